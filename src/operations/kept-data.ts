import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { Big } from 'big.js'

const versions = new URL('../../package.json', import.meta.url)

/**
 * What `make` reads out of data files, kept beside the compiled code: parsing and checking them takes longer than an audit.
 *
 * name     what the kept file is called
 * sources  all that the outcome depends on: the data, and the code that reads it; any change of them, or of the versions
 *          of the libraries, makes it anew
 * make     gives plain values, lists and decimals
 */
export function keptData<T>(name: string, sources: readonly URL[], make: () => T): T {
  const folder = getCompileCacheDir()
  if (folder === undefined) return make()
  const hash = createHash('sha256')
  for (const source of [...sources, versions]) hash.update(readFileSync(source)).update('\0')
  const file = join(folder, `${name}-${hash.digest('hex').slice(0, 32)}.json`)
  return readKept<T>(file) ?? keep(file, make())
}

function readKept<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'), thawed) as T
  } catch {
    return undefined
  }
}

/** Where nothing can be written, nothing is kept. */
function keep<T>(file: string, value: T): T {
  try {
    const begun = `${file}.${process.pid}.${performance.now()}`
    writeFileSync(begun, JSON.stringify(value, frozen))
    renameSync(begun, file)
  } catch {}
  return value
}

const decimal = '\u0000decimal'

/** `JSON.stringify` has called a decimal's own `toJSON` already: what it stood for is asked of its holder. */
function frozen(this: Record<string, unknown>, key: string, value: unknown): unknown {
  return this[key] instanceof Big ? { [decimal]: value } : value
}

function thawed(_: string, value: unknown): unknown {
  const text = typeof value === 'object' && value !== null ? (value as Record<string, string>)[decimal] : undefined
  return text === undefined ? value : new Big(text)
}
