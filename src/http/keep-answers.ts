import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { LedgerScope } from '#operations/ledgers/ledger-desk.ts'
import { revisionOf } from '#operations/ledgers/revision-of.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from './access.ts'

const pack = promisify(gzip)

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer follows from the ledger of the address alone: it is kept until the ledger is edited. */
    followsFromLedger?: boolean
  }
  interface FastifyRequest {
    /** Hears the answer others wait for; undefined where it is not to be given to them. */
    tellOthers?: (text: string | undefined) => Promise<void>
  }
}

/** `packed`: its gzip, where that is worth it. */
type Answer = { readonly text: string; readonly packed?: Buffer }
type Kept = { readonly revision: string; readonly answer: Promise<Answer | undefined>; readonly size: number }

/** Characters of all answers that are kept. */
const mostCharacters = 64_000_000
/** Shorter ones fit a packet as they are. */
const worthPacking = 1400
/** What an answer is taken for before its length is known. */
const usualSize = 10_000
/** Some answers also follow from the month: kept no longer than this. */
const longest = 10 * 60 * 1000

/**
 * Answers that follow from a ledger are worked out once for each edit of it; who asks meanwhile waits for the same.
 * Whether a person may see the ledger is asked of the database each time.
 */
export function keepAnswers(server: FastifyInstance, database: () => Promise<Database>): void {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostCharacters,
    sizeCalculation: ({ size }) => size,
    ttl: longest,
  })
  server.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.followsFromLedger) return
    const scope = request.params as LedgerScope
    const revision = await revisionOf(await databaseFor(request, database), { ...scope, year: Number(scope.year) })
    const name = `${callerOf(request).role} ${request.url}`
    const found = kept.get(name)
    const answer = found?.revision === revision ? await found.answer : undefined
    if (answer) return send(request, reply, answer)
    promise(request, kept, name, revision)
  })
  server.addHook('onSend', async (request, reply, payload) => tell(request, reply, payload))
  server.addHook('onRequestAbort', async (request) => request.tellOthers?.(undefined))
}

function send(request: FastifyRequest, reply: FastifyReply, { text, packed }: Answer): FastifyReply {
  void reply.type('application/json; charset=utf-8')
  if (!packed) return reply.send(text)
  void reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(packed)
}

/** Notes that an answer is being worked out. */
function promise(request: FastifyRequest, kept: LRUCache<string, Kept>, name: string, revision: string): void {
  const { promise: answer, resolve } = Promise.withResolvers<Answer | undefined>()
  kept.set(name, { revision, answer, size: usualSize + name.length })
  request.tellOthers = async (text) => {
    if (text === undefined && kept.peek(name)?.answer === answer) kept.delete(name)
    const packed = text !== undefined && text.length >= worthPacking ? await pack(text) : undefined
    resolve(text === undefined ? undefined : { text, ...(packed ? { packed } : {}) })
    if (text !== undefined)
      kept.set(name, { revision, answer, size: text.length + (packed?.length ?? 0) + name.length })
  }
}

async function tell(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const { tellOthers } = request
  delete request.tellOthers
  void tellOthers?.(reply.statusCode === 200 && typeof payload === 'string' ? payload : undefined)
  return payload
}
