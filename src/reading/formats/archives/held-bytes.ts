import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** The bytes of a file, to be read from any place: held in memory, or laid on disk where they are many. */
export type HeldBytes = {
  readonly size: number
  /** The bytes from one place to before another; fewer where the file ends. */
  part(from: number, to: number): Promise<Uint8Array>
  /** The same some at a time. */
  stream(from: number, to: number): Readable
  /** Lets go of them; nothing may be read afterwards. */
  release(): Promise<void>
}

/** Beyond so many bytes a file is laid on disk. */
const mostInMemory = 8 * 1024 * 1024

export function inMemory(bytes: Uint8Array): HeldBytes {
  return {
    size: bytes.length,
    part: async (from, to) => bytes.subarray(from, to),
    stream: (from, to) => Readable.from([bytes.subarray(from, to)]),
    release: async () => {},
  }
}

/**
 * Takes in a file as it comes. The one on disk is nameless, so that nothing is left of it whatever happens.
 *
 * check    told how many bytes have come so far; what it throws ends the taking in
 */
export async function holdBytes(chunks: AsyncIterable<Uint8Array>, check: (size: number) => void): Promise<HeldBytes> {
  const parts: Uint8Array[] = []
  let size = 0
  let file: FileHandle | undefined
  try {
    for await (const chunk of chunks) {
      check(size + chunk.length)
      if (!file && size + chunk.length > mostInMemory) {
        file = await namelessFile()
        for (const part of parts.splice(0)) await file.appendFile(part)
      }
      if (file) await file.appendFile(chunk)
      else parts.push(chunk)
      size += chunk.length
    }
    return file ? onDisk(file, size) : inMemory(Buffer.concat(parts))
  } catch (error) {
    await file?.close()
    throw error
  }
}

async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `jiheng-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

function onDisk(file: FileHandle, size: number): HeldBytes {
  return {
    size,
    async part(from, to) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from))
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at)
        if (bytesRead === 0) throw new Error('the file became shorter')
        at += bytesRead
      }
      return bytes
    },
    stream: (from, to) =>
      to > from ? createReadStream('', { fd: file.fd, start: from, end: to - 1, autoClose: false }) : Readable.from([]),
    release: () => file.close(),
  }
}
