import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { revisionOfLog } from '#operations/accounts/read-division-log.ts'
import type { LedgerScope } from '#operations/ledgers/ledger-desk.ts'
import { revisionOf, revisionOfDivision, revisionsOfYears } from '#operations/ledgers/revision-of.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from './access.ts'
import { type Answer, sendShared } from './shared-answer.ts'

type Counted = 'ledger' | 'years' | 'division' | 'log'

/** What an answer follows from, and from nothing else: it is kept until that is edited. */
type Source = {
  /**
   * The ledger of the address; only what `years` names, there or not; all ledgers of the caller's division, or its log; or
   * what a route says itself: two requests of one account with one word follow from the same.
   */
  readonly of: Counted | ((request: FastifyRequest) => Promise<string>)
  /** Ledgers of other years of the same department, too. */
  readonly years?: (request: FastifyRequest) => readonly number[]
  /** The account, too: each has an answer of its own. */
  readonly account?: true
}

declare module 'fastify' {
  interface FastifyContextConfig {
    followsFrom?: Source | Counted
  }
}

type Kept = { readonly revision: string; readonly answer: Promise<Answer | undefined>; readonly size: number }

/** Bytes of all answers that are kept. */
const mostBytes = 64_000_000
/** An answer takes so many times its own bytes, its gzip beside it. */
const room = 3
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
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
    ttl: longest,
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply, followsFrom: Source | Counted) => {
    const source = typeof followsFrom === 'string' ? { of: followsFrom } : followsFrom
    const revision =
      typeof source.of === 'function'
        ? await source.of(request)
        : await revisionFor(request, source.of, await databaseFor(request, database), source.years)
    // Nobody is signed in where this machine's user asks.
    const { division = '', role = '', login = '' } = request.account ?? {}
    const name = `${division} ${role} ${source.account ? login : ''} ${request.url}`
    const found = kept.get(name)
    const known = found?.revision === revision ? await found.answer : undefined
    if (known) return sendShared(request, reply, known)
    promise(request, kept, name, revision)
    return undefined
  }
  server.addHook('preHandler', (request, reply, done) => {
    const { followsFrom } = request.routeOptions.config
    return followsFrom === undefined ? done() : answer(request, reply, followsFrom)
  })
}

async function revisionFor(
  request: FastifyRequest,
  of: Counted,
  database: Database,
  years: Source['years'],
): Promise<string> {
  if (of === 'log') return revisionOfLog(database, callerOf(request).division)
  if (of === 'division') return revisionOfDivision(database, callerOf(request).division)
  const scope = request.params as LedgerScope
  const own = { ...scope, year: Number(scope.year) }
  const others = await revisionsOfYears(database, own, years?.(request) ?? [])
  return [...(of === 'years' ? [] : [await revisionOf(database, own)]), ...others].join(' ')
}

/** Notes that an answer is being worked out. */
function promise(request: FastifyRequest, kept: LRUCache<string, Kept>, name: string, revision: string): void {
  const { promise: answer, resolve } = Promise.withResolvers<Answer | undefined>()
  kept.set(name, { revision, answer, size: usualSize + name.length })
  request.tellOthers = (told) => {
    resolve(told)
    if (told) kept.set(name, { revision, answer, size: Buffer.byteLength(told.bytes) * room + name.length })
    else if (kept.peek(name)?.answer === answer) kept.delete(name)
  }
}
