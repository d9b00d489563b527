import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { LedgerScope } from '#operations/ledgers/ledger-desk.ts'
import { revisionOf } from '#operations/ledgers/revision-of.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from './access.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer follows from the ledger of the address alone: it is kept until the ledger is edited. */
    followsFromLedger?: boolean
  }
  interface FastifyRequest {
    /** Hears the answer others wait for; undefined where it is not to be given to them. */
    tellOthers?: (text: string | undefined) => void
  }
}

type Kept = { readonly revision: string; readonly text: Promise<string | undefined>; size: number }

/** Characters of all answers that are kept. */
const mostCharacters = 64_000_000
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
    const text = found?.revision === revision ? await found.text : undefined
    if (text !== undefined) return reply.type('application/json; charset=utf-8').send(text)
    promise(request, kept, name, revision)
  })
  server.addHook('onSend', async (request, reply, payload) => tell(request, reply, payload))
  server.addHook('onRequestAbort', async (request) => request.tellOthers?.(undefined))
}

/** Notes that an answer is being worked out. */
function promise(request: FastifyRequest, kept: LRUCache<string, Kept>, name: string, revision: string): void {
  const { promise: text, resolve } = Promise.withResolvers<string | undefined>()
  kept.set(name, { revision, text, size: usualSize + name.length })
  request.tellOthers = (answer) => {
    resolve(answer)
    if (answer === undefined) kept.delete(name)
    else kept.set(name, { revision, text, size: answer.length + name.length })
  }
}

function tell(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  request.tellOthers?.(reply.statusCode === 200 && typeof payload === 'string' ? payload : undefined)
  delete request.tellOthers
  return payload
}
