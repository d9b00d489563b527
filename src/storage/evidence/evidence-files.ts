import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { exists } from '../file-exists.ts'

/** A file by its content: SHA-256 in hex, and bytes. */
export type StoredFile = { readonly sha256: string; readonly size: number }

/**
 * Takes a file into a folder in which each file lies under its SHA-256: the same content is kept once, and a copy
 * appears there when it is whole. throws what the file system says
 */
export async function storeFile(folder: string, path: string): Promise<StoredFile> {
  const sha256 = await hashOf(path)
  const { size } = await stat(path)
  const place = placeOf(folder, sha256)
  if (await exists(place)) return { sha256, size }
  await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
  const part = `${place}.${process.pid}.part`
  try {
    await copyFile(path, part)
    // The file may have been changed while it was copied.
    if ((await hashOf(part)) !== sha256) throw Object.assign(new Error(path), { code: 'EBUSY' })
    await rename(part, place)
  } finally {
    await rm(part, { force: true })
  }
  return { sha256, size }
}

/**
 * Takes a file in as it comes, never whole in memory, and moves it to its place once it is. `part`: a name nobody else
 * uses meanwhile; `check` looks at the file before it is kept, and what it throws keeps it out.
 */
export async function storeStream(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  { part, check }: { readonly part: string; readonly check: (path: string, size: number) => Promise<void> },
): Promise<StoredFile> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
  const incoming = join(folder, 'incoming', part)
  const hash = createHash('sha256')
  let size = 0
  const counted = async function* () {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(counted(), createWriteStream(incoming, { flags: 'wx', mode: 0o600 }))
    await check(incoming, size)
    const sha256 = hash.digest('hex')
    const place = placeOf(folder, sha256)
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
    if (!(await exists(place))) await rename(incoming, place)
    return { sha256, size }
  } finally {
    await rm(incoming, { force: true })
  }
}

/** Where a stored file lies; undefined when it is not there. */
export async function storedFile(folder: string, sha256: string): Promise<string | undefined> {
  const place = placeOf(folder, sha256)
  return (await exists(place)) ? place : undefined
}

/** What became of a stored file: it is as it was, it is gone, or its content has another hash now. */
export async function checkFile(folder: string, sha256: string): Promise<'whole' | 'missing' | 'altered'> {
  const place = placeOf(folder, sha256)
  if (!(await exists(place))) return 'missing'
  return (await hashOf(place)) === sha256 ? 'whole' : 'altered'
}

function placeOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
