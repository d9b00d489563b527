import { pipeline } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { HeldBytes } from './held-bytes.ts'
import { UnsafeArchive } from './unsafe-archive.ts'

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
  const end = endOf(await bytes.part(Math.max(0, bytes.size - endLength - longestComment), bytes.size), bytes.size)
  return end && entriesOf(await bytes.part(end.start, end.start + end.length), end.count, bytes.size)
}

/** The same of a zip that is all in memory. */
export function entriesIn(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  const end = endOf(bytes.subarray(-(endLength + longestComment)), bytes.length)
  return end && entriesOf(bytes.subarray(end.start, end.start + end.length), end.count, bytes.length)
}

/** Where the directory stands and how many entries it lists, as told at the end of a zip of so many bytes. */
function endOf(bytes: Uint8Array, whole: number): { count: number; length: number; start: number } | undefined {
  const tail = viewOf(bytes)
  let end = tail.byteLength - endLength
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end--
  if (end < 0) return undefined
  const [count, length, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ]
  return start + length > whole || length > mostDirectory ? undefined : { count, length, start }
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

/** The whole content of a deflated entry; undefined where it is not as its directory declares it. */
export function inflatedWhole(bytes: Uint8Array, { local, size, inflated, method }: ZipEntry): Uint8Array | undefined {
  const head = viewOf(bytes.subarray(local, local + localLength))
  const start = local + localLength + head.getUint16(26, true) + head.getUint16(28, true)
  if (method !== 8 || inflated === 0 || start + size > bytes.length) return undefined
  try {
    // A chunk that holds all of it: nothing is put together.
    const content = inflateRawSync(bytes.subarray(start, start + size), {
      chunkSize: Math.max(64, inflated + 1),
      maxOutputLength: inflated + 1,
    })
    return content.length === inflated ? content : undefined
  } catch {
    return undefined
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
