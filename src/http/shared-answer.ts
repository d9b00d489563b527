import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** An answer as it goes out to all who asked the same: bytes as they are, or where that is worth it their gzip. */
export type Answer = {
  readonly bytes: Buffer
  readonly isPacked: boolean
  readonly headers: Readonly<Record<string, string>>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Hears the answer others wait for; undefined where it is not to be given to them. */
    tellOthers?: (answer: Answer | undefined) => void
  }
}

/** What a route says of its answer, besides what every answer has. */
const ownHeaders = ['content-type', 'content-security-policy', 'x-frame-options']
/** Shorter ones fit a packet as they are. */
const worthPacking = 1400

/** Lets every request that others wait for tell them what it was answered. */
export function tellAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const { tellOthers } = request
    delete request.tellOthers
    if (tellOthers) void answerOf(reply, payload).then(tellOthers, () => tellOthers(undefined))
    return payload
  })
  server.addHook('onRequestAbort', async (request) => {
    request.tellOthers?.(undefined)
    delete request.tellOthers
  })
}

/** Only what went well is for others, and only what is there as a whole. */
async function answerOf(reply: FastifyReply, payload: unknown): Promise<Answer | undefined> {
  if (reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return undefined
  const headers = ownHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return typeof value === 'string' ? [[name, value]] : []
  })
  const whole = Buffer.from(payload)
  const isPacked = whole.length >= worthPacking
  return { bytes: isPacked ? await pack(whole) : whole, isPacked, headers: Object.fromEntries(headers) }
}

/** Answers a request with what another was answered. */
export async function sendShared(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  void reply.headers(answer.headers)
  if (!answer.isPacked) return reply.send(answer.bytes)
  void reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(await unpack(answer.bytes))
  return reply.header('content-encoding', 'gzip').send(answer.bytes)
}
