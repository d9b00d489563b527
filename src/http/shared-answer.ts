import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, zstdCompress, zstdDecompress } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(zstdCompress)
const unpack = promisify(zstdDecompress)
const packOld = promisify(gzip)

/**
 * An answer as it goes out to all who asked the same: as it is, or where that is worth it packed by zstd, which finds what a
 * long answer says again far behind; for those who take only a gzip, that is made when the first of them asks. `digest` of
 * what it was before. A short text goes out with its head as one piece, and so stays a text.
 */
export type Answer = {
  readonly bytes: Buffer | string
  readonly isPacked: boolean
  readonly digest: string
  readonly headers: Readonly<Record<string, string>>
  gzip?: Promise<Buffer>
}

type Told = (answer: Answer | undefined) => void

declare module 'fastify' {
  interface FastifyRequest {
    /** Hears the answer others wait for; undefined where it is not to be given to them. */
    tellOthers?: Told | undefined
    /** What was answered last: where the next answer says the same, it need not be packed again. */
    toldLast?: Answer | undefined
  }
}

/** What a route says of its answer, besides what every answer has. */
const ownHeaders = ['content-type', 'content-security-policy', 'x-frame-options']
/** Shorter ones fit a packet as they are. */
const worthPacking = 1400

/** Lets every request that others wait for tell them what it was answered; it is answered like them. */
export function tellAnswers(server: FastifyInstance): void {
  server.decorateRequest('tellOthers', undefined)
  server.decorateRequest('toldLast', undefined)
  const tell = async (request: FastifyRequest, reply: FastifyReply, payload: unknown, tellOthers: Told) => {
    const { toldLast } = request
    request.tellOthers = undefined
    const answer = await answerOf(reply, payload, toldLast).catch(() => undefined)
    tellOthers(answer)
    return answer?.isPacked ? packedFor(request, reply, answer, payload) : payload
  }
  server.addHook('onSend', (request, reply, payload, done) => {
    const { tellOthers } = request
    return tellOthers ? tell(request, reply, payload, tellOthers) : done(null, payload)
  })
  server.addHook('onRequestAbort', async (request) => {
    request.tellOthers?.(undefined)
    request.tellOthers = undefined
  })
}

/** Only what went well is for others, and only what is there as a whole. */
async function answerOf(reply: FastifyReply, payload: unknown, last?: Answer): Promise<Answer | undefined> {
  if (reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return undefined
  const headers = ownHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return typeof value === 'string' ? [[name, value]] : []
  })
  const whole = Buffer.from(payload)
  const digest = hash('sha256', whole)
  const isPacked = whole.length >= worthPacking
  const told = { isPacked, digest, headers: Object.fromEntries(headers) }
  if (digest === last?.digest) return { ...last, ...told }
  return { bytes: isPacked ? await pack(whole) : payload, ...told }
}

/** Answers a request with what another was answered. */
export async function sendShared(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  void reply.headers(answer.headers)
  if (!answer.isPacked) return reply.send(answer.bytes)
  return reply.send(await packedFor(request, reply, answer))
}

/** A packed answer in the way who asks takes it; the answer says which. `whole`: what it was before, where that is at hand. */
async function packedFor(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  whole?: unknown,
): Promise<unknown> {
  void reply.header('vary', 'accept-encoding')
  const taken = request.headers['accept-encoding'] ?? ''
  if (/\bzstd\b/.test(taken)) {
    void reply.header('content-encoding', 'zstd')
    return answer.bytes
  }
  if (/\bgzip\b/.test(taken)) {
    void reply.header('content-encoding', 'gzip')
    return (answer.gzip ??= unpack(answer.bytes).then((bytes) => packOld(bytes)))
  }
  return whole ?? unpack(answer.bytes)
}
