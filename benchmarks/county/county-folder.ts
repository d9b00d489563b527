import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CountySize } from './county-database.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const shelf = join(project, '.cache/benchmarks')
/** All that a county is built of. */
const sources = [
  'src/storage/migrations',
  'src/storage/tables',
  'src/storage/ledgers',
  'benchmarks/county/county-database.ts',
  'benchmarks/county/county-people.ts',
  'benchmarks/bench-ledger.ts',
]

/**
 * A new folder with the database of a county, to be thrown away. It is a copy of one that is built once and kept under
 * .cache/benchmarks until the tables or the county change: building takes minutes.
 */
export function countyFolder(size: CountySize): string {
  const name = `county-${digestOf([...sources, JSON.stringify(size)])}`
  const built = join(shelf, name)
  mkdirSync(shelf, { recursive: true })
  if (!existsSync(built)) build(built, size)
  const folder = mkdtempSync(join(shelf, 'run-'))
  chmodSync(folder, 0o755)
  execFileSync('cp', ['-a', '--reflink=auto', `${built}/.`, folder])
  return folder
}

function build(target: string, { departments, payments }: CountySize): void {
  const begun = mkdtempSync(join(shelf, 'building-'))
  chmodSync(begun, 0o755)
  const program = fileURLToPath(new URL('build-county.ts', import.meta.url))
  try {
    execFileSync(process.execPath, [program, String(departments), String(payments)], {
      env: { ...process.env, JIHENG_DATA: begun },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    for (const old of readdirSync(shelf).filter((each) => each.startsWith('county-')))
      rmSync(join(shelf, old), { recursive: true, force: true })
    renameSync(begun, target)
  } catch (error) {
    rmSync(begun, { recursive: true, force: true })
    throw error
  }
}

/** One name for the content of files, folders and words. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const path = join(project, part)
    if (!existsSync(path)) hash.update(part).update('\0')
    else for (const file of filesUnder(path)) hash.update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { recursive: true }).map(String)
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => join(path, name))
}
