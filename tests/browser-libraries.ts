import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

/** What Chromium loads at start besides the C library; Debian packages libnspr4, libnss3 and libexpat1. */
const needed = ['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libexpat.so.1']

/** The needed shared libraries the machine does not have; empty where the question does not arise (not Linux). */
export function missingLibraries(): string[] {
  if (process.platform !== 'linux') return []
  const known = loaderCache()
  return needed.filter((name) => !known.includes(name))
}

/**
 * Environment under which the bundled Chromium starts on this machine: nothing to add where the libraries
 * are installed, otherwise the copies that come with the package, unpacked to the temporary folder.
 * See docs/decisions/0009-browser-and-its-libraries.md.
 *
 * throws    when libraries are missing and the package brings none: the message names them and the mend
 */
export async function browserEnvironment(
  missing: readonly string[] = missingLibraries(),
): Promise<Record<string, string>> {
  if (missing.length === 0) return {}
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin/al2023.tar.br')
  if (!existsSync(packed)) {
    throw new Error(`浏览器缺少系统库 ${missing.join('、')}，请先安装：apt-get install libnss3 libexpat1`)
  }
  const folder = join(await inflate(packed), 'lib')
  const before = process.env['LD_LIBRARY_PATH']
  return { LD_LIBRARY_PATH: before ? `${folder}:${before}` : folder }
}

function loaderCache(): string {
  for (const command of ['ldconfig', '/sbin/ldconfig']) {
    try {
      return execFileSync(command, ['-p'], { encoding: 'utf8' })
    } catch {
      continue
    }
  }
  return ''
}
