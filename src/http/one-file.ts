import type { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './errors.ts'

/** The file of a request that takes one; `isCut` says, once it has come, whether it was stopped at the limit. */
export type OneFile = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  readonly isCut: () => boolean
}

/** throws Refusal request-invalid, at once where there is no file, behind the content where there is a second one */
export async function oneFileOf(request: FastifyRequest): Promise<OneFile> {
  if (!request.isMultipart()) throw new Refusal('request-invalid')
  // Whether a file was too long is asked by whoever takes it in.
  const files = request.files({ throwFileSizeLimit: false })
  const first = await files.next()
  if (first.done) throw new Refusal('request-invalid')
  const { filename, file } = first.value
  return { name: filename, content: allOf(file, files), isCut: () => file.truncated }
}

async function* allOf(file: Readable, others: AsyncIterableIterator<MultipartFile>): AsyncIterable<Uint8Array> {
  yield* file
  let more = 0
  for await (const other of others) {
    more += 1
    other.file.resume()
  }
  if (more > 0) throw new Refusal('request-invalid', `一次只能传一份，这里有${more + 1}份，没有保存。请分开上传。`)
}
