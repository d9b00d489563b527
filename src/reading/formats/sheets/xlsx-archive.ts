import { unzipSync } from 'fflate'

const mostBytes = 256 * 1024 * 1024
const mostEntries = 20_000

/** Whether a workbook's zip declares more than it is safe to unpack: 256 MiB in all, or 20,000 entries. Throws on a broken zip. */
export function isUnsafeArchive(bytes: Uint8Array): boolean {
  let total = 0
  let entries = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize
      entries++
      return false
    },
  })
  return total > mostBytes || entries > mostEntries
}
