import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export const reportMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
}

export const tableMediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A page of ours for a frame of ours: no script runs in it. */
export function sendPage(reply: FastifyReply, page: Uint8Array): FastifyReply {
  return reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-same-origin",
    )
    .header('x-frame-options', 'SAMEORIGIN')
    .type('text/html; charset=utf-8')
    .send(Buffer.from(page))
}

/** A file to be saved under a name of any script, whole or as its pieces come. */
export function sendFile(
  reply: FastifyReply,
  name: string,
  mediaType: string,
  file: Uint8Array | AsyncIterable<Uint8Array>,
): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(mediaType)
    .send(file instanceof Uint8Array ? Buffer.from(file) : Readable.from(file))
}
