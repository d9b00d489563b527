import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { HeldBytes } from './held-bytes.ts'
import { UnsafeArchive } from './unzip.ts'

/**
 * An entry of a zip as its directory declares it: `size` and `inflated` in bytes, `sum` the checksum of its content,
 * `local` where its own head begins.
 */
export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly inflated: number
  readonly method: number
  readonly sum: number
  readonly local: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const longestComment = 0xffff
const endLength = 22
const entryLength = 46
const localLength = 30
/** Of twenty thousand entries with long names. */
const mostDirectory = 16 * 1024 * 1024
/** The sizes of an archive beyond 4 GB, or of one in parts, stand elsewhere. */
const elsewhere = 0xffffffff
const mostRatio = 400

/** The entries by name as the directory at the end of a zip lists them; undefined where it is none we can walk. */
export async function zipEntries(bytes: HeldBytes): Promise<ReadonlyMap<string, ZipEntry> | undefined> {
  const tail = viewOf(await bytes.part(Math.max(0, bytes.size - endLength - longestComment), bytes.size))
  let end = tail.byteLength - endLength
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end--
  if (end < 0) return undefined
  const [count, length, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ]
  if (start + length > bytes.size || length > mostDirectory) return undefined
  return entriesOf(await bytes.part(start, start + length), count, bytes.size)
}

function entriesOf(bytes: Uint8Array, count: number, whole: number): ReadonlyMap<string, ZipEntry> | undefined {
  const view = viewOf(bytes)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let left = count; left > 0; left--) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryMark) return undefined
    const short = (offset: number) => view.getUint16(at + offset, true)
    const long = (offset: number) => view.getUint32(at + offset, true)
    const [size, inflated, local] = [long(20), long(24), long(42)]
    if (size === elsewhere || local === elsewhere || local + localLength > whole) return undefined
    const name = bytes.subarray(at + entryLength, at + entryLength + short(28))
    const text = new TextDecoder().decode(name).replaceAll('\\', '/')
    entries.set(text, { name: text, size, inflated, method: short(10), sum: long(16), local })
    at += entryLength + short(28) + short(30) + short(32)
  }
  return entries
}

/**
 * The content of an entry, some at a time. Refuses what inflates suspiciously far, and stops at `most` bytes whatever the
 * directory declares. throws UnsafeArchive; an error on a damaged stream, also where its checksum tells of damage
 */
export async function* inflated(bytes: HeldBytes, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
  const head = viewOf(await bytes.part(entry.local, entry.local + localLength))
  const start = entry.local + localLength + head.getUint16(26, true) + head.getUint16(28, true)
  const packed = bytes.stream(start, start + entry.size)
  const isStored = entry.method === 0
  const limit = isStored ? most : Math.min(most, Math.max(4 * 1024 * 1024, entry.size * mostRatio))
  // What ends the reading of one ends the other.
  const content = isStored ? packed : pipeline(packed, createInflateRaw({ chunkSize: 64 * 1024 }), () => {})
  let total = 0
  let sum = 0
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > limit) throw new UnsafeArchive(`解压后超过${Math.round(limit / 1024 / 1024)} MB`)
    sum = crc32(chunk, sum)
    yield chunk
  }
  // Some programs leave the checksum out.
  if (entry.sum !== 0 && sum !== entry.sum) throw new Error('the entry is damaged')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
