import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refused } from '../refused.ts'

/** A file on its way in; `file` fails when it is longer than one may be. */
export type IncomingFile = { readonly filename: string; readonly file: Readable & { readonly truncated?: boolean } }
export type UploadLimits = { readonly mostFiles: number; readonly mostBytes: number }
/** A file that has come, under a name of ours; `name` is what its sender calls it. */
export type UploadedFile = { readonly name: string; readonly file: string }

/**
 * Writes files to a folder as they come, none of them held in memory. Their own names are kept as words only.
 *
 * mostFiles, mostBytes   of all files together
 * throws      Refused request-invalid without a file, file-too-large; whatever the stream throws
 */
export async function receiveUploads(
  folder: string,
  incoming: AsyncIterable<IncomingFile>,
  { mostFiles, mostBytes }: UploadLimits,
): Promise<UploadedFile[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const uploads: UploadedFile[] = []
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new Refused('file-too-large', tooMuch(mostBytes))
      yield chunk
    }
  }
  for await (const { filename, file } of incoming) {
    if (uploads.length === mostFiles) throw new Refused('file-too-large', tooMany(mostFiles))
    const place = String(uploads.length + 1)
    await pipeline(file, counted, createWriteStream(join(folder, place), { mode: 0o600, flags: 'wx' }))
    if (file.truncated) throw new Refused('file-too-large')
    uploads.push({ name: cleanName(filename), file: place })
  }
  if (uploads.length === 0) throw new Refused('request-invalid')
  return uploads
}

/** The last piece of an uploaded name, without control characters and marks that turn its letters round. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-200) || '未命名'
}

function tooMany(mostFiles: number): string {
  return `一次最多上传 ${mostFiles} 个文件，更多的请压缩成一个 zip 再上传。`
}

function tooMuch(mostBytes: number): string {
  return `这些文件一共超过 ${mostBytes / 1024 / 1024} MB，请分几次上传。`
}
