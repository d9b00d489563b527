import { readFile, readdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
const kinds = new Set(['.js', '.css', '.html', '.svg'])
/** Below this a file fits one packet as it is. */
const least = 1400

/** Puts a gzip of each text file of a folder beside it, for browsers that take it. */
export async function compressPages(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && kinds.has(extname(entry.name)))
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const text = await readFile(path)
        if (text.length >= least) await writeFile(`${path}.gz`, await compress(text, { level: 9 }))
      }),
  )
}
