import { type ZipOptions, strToU8, zipSync } from 'fflate'

/** Packing less than this costs more time than it saves room: most parts of a document are short. */
const smallest = 2048
/** Read through local getters by the zip writer: built from local parts, it is the same everywhere. */
export const always = new Date(1980, 0, 1)

/** An archive of parts, the same bytes for the same parts: sorted names, one time for all. `first` leads, as readers expect. */
export function fixedZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  first = '[Content_Types].xml',
): Uint8Array {
  const names = Object.keys(parts).toSorted((left, right) =>
    left === first ? -1 : right === first ? 1 : left < right ? -1 : left > right ? 1 : 0,
  )
  const files = names.map((name): [string, [Uint8Array, ZipOptions]] => {
    const part = parts[name]!
    const bytes = typeof part === 'string' ? strToU8(part) : part
    return [name, [bytes, { level: bytes.length < smallest ? 0 : 4 }]]
  })
  return zipSync(Object.fromEntries(files), { mtime: always, os: 0 })
}
