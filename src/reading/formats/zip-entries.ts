import { createInflateRaw } from 'node:zlib'
import { UnsafeArchive } from './unzip.ts'

/** An entry of a zip held in memory: `size` and `inflated` in bytes as its directory declares them. */
export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly inflated: number
  readonly method: number
  readonly start: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const longestComment = 0xffff
const endLength = 22
/** The sizes of an archive beyond 4 GB, or of one in parts, stand elsewhere. */
const elsewhere = 0xffffffff
const mostRatio = 400

/** The entries by name as the directory at the end of a zip lists them; undefined where it is none we can walk. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endLength
  const least = Math.max(0, end - longestComment)
  while (end >= least && view.getUint32(end, true) !== endMark) end--
  if (end < least) return undefined
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const [size, inflated, local] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [
      number,
      number,
      number,
    ]
    if (size === elsewhere || local === elsewhere || local + 30 > bytes.length) return undefined
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const text = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)).replaceAll('\\', '/')
    entries.set(text, { name: text, size, inflated, method: view.getUint16(at + 10, true), start })
    at += 46 + name + extra + comment
  }
  return entries
}

/**
 * The content of an entry, some at a time. Refuses what inflates suspiciously far, and stops at `most` bytes whatever the
 * directory declares. throws UnsafeArchive; an error of zlib on a damaged stream
 */
export async function* inflated(bytes: Uint8Array, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
  const packed = bytes.subarray(entry.start, entry.start + entry.size)
  if (entry.method === 0) {
    yield packed
    return
  }
  const limit = Math.min(most, Math.max(4 * 1024 * 1024, entry.size * mostRatio))
  const stream = createInflateRaw({ chunkSize: 64 * 1024 })
  stream.end(packed)
  let total = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > limit) throw new UnsafeArchive(`解压后超过${Math.round(limit / 1024 / 1024)} MB`)
    yield chunk
  }
}
