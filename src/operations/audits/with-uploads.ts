import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IncomingFile, receiveUploads } from '../jobs/receive-uploads.ts'

const limits = { mostFiles: 50, mostBytes: 500 * 1024 * 1024 }

/**
 * Does something with each of the files that come, one after the other: they wait on disk, and only one is in memory.
 * throws   Refused request-invalid without a file, file-too-large; whatever `each` throws
 */
export async function withUploads(
  incoming: AsyncIterable<IncomingFile>,
  each: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jiheng-upload-'))
  try {
    for (const { name, file } of await receiveUploads(folder, incoming, limits))
      await each({ name, bytes: await readFile(join(folder, file)) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
