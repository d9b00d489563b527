import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { revisionOfLog } from '#operations/accounts/read-division-log.ts'
import type { LedgerScope } from '#operations/ledgers/ledger-desk.ts'
import { revisionOf, revisionOfDivision, revisionsOfYears } from '#operations/ledgers/revision-of.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from './access.ts'
import { type Answer, sendShared } from './shared-answer.ts'

/** What an answer follows from, and from nothing else: it is kept until that is edited. */
type Source = {
  /** The ledger of the address; only what `years` names, there or not; all ledgers of the caller's division, or its log. */
  readonly of: 'ledger' | 'years' | 'division' | 'log'
  /** Ledgers of other years of the same department, too. */
  readonly years?: (request: FastifyRequest) => readonly number[]
  /** The account, too: each has an answer of its own. */
  readonly account?: true
}

declare module 'fastify' {
  interface FastifyContextConfig {
    followsFrom?: Source | Source['of']
  }
}

type Kept = { readonly revision: string; readonly answer: Promise<Answer | undefined>; readonly size: number }

/** Bytes of all answers that are kept. */
const mostBytes = 64_000_000
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
  server.addHook('preHandler', async (request, reply) => {
    const { followsFrom } = request.routeOptions.config
    if (followsFrom === undefined) return
    const source = typeof followsFrom === 'string' ? { of: followsFrom } : followsFrom
    const revision = await revisionFor(request, source, await databaseFor(request, database))
    const { division, role, login } = callerOf(request)
    const name = `${division} ${role} ${source.account ? login : ''} ${request.url}`
    const found = kept.get(name)
    const answer = found?.revision === revision ? await found.answer : undefined
    if (answer) return sendShared(request, reply, answer)
    promise(request, kept, name, revision)
  })
}

async function revisionFor(request: FastifyRequest, { of, years }: Source, database: Database): Promise<string> {
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
    if (told) kept.set(name, { revision, answer, size: told.bytes.length + name.length })
    else if (kept.peek(name)?.answer === answer) kept.delete(name)
  }
}
