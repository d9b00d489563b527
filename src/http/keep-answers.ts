import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { LedgerScope } from '#operations/ledgers/ledger-desk.ts'
import { revisionOf, revisionOfDivision, revisionsOfYears } from '#operations/ledgers/revision-of.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from './access.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** What an answer follows from, and from nothing else: it is kept until that is edited. */
type Source = {
  /** The ledger of the address, or all ledgers of the caller's division. */
  readonly of: 'ledger' | 'division'
  /** Ledgers of other years of the same department, too. */
  readonly years?: (request: FastifyRequest) => readonly number[]
  /** The account, too: each has an answer of its own. */
  readonly account?: true
}

declare module 'fastify' {
  interface FastifyContextConfig {
    followsFrom?: Source | Source['of']
  }
  interface FastifyRequest {
    /** Hears the answer others wait for; undefined where it is not to be given to them. */
    tellOthers?: (answer: Payload | undefined, headers: Headers) => Promise<void>
  }
}

type Payload = string | Buffer
type Headers = Readonly<Record<string, string>>
/** Bytes as they are, or where that is worth it their gzip. */
type Answer = { readonly bytes: Buffer; readonly isPacked: boolean; readonly headers: Headers }
type Kept = { readonly revision: string; readonly answer: Promise<Answer | undefined>; readonly size: number }

/** What a route says of its answer, besides what every answer has. */
const ownHeaders = ['content-type', 'content-security-policy', 'x-frame-options']
/** Bytes of all answers that are kept. */
const mostBytes = 64_000_000
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
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
    ttl: longest,
  })
  server.addHook('preHandler', async (request, reply) => {
    const { followsFrom } = request.routeOptions.config
    if (followsFrom === undefined) return
    const source = typeof followsFrom === 'string' ? { of: followsFrom } : followsFrom
    const revision = await revisionFor(request, source, await databaseFor(request, database))
    const { role, login } = callerOf(request)
    const name = `${role} ${source.account ? login : ''} ${request.url}`
    const found = kept.get(name)
    const answer = found?.revision === revision ? await found.answer : undefined
    if (answer) return send(request, reply, answer)
    promise(request, kept, name, revision)
  })
  server.addHook('onSend', async (request, reply, payload) => tell(request, reply, payload))
  server.addHook('onRequestAbort', async (request) => request.tellOthers?.(undefined, {}))
}

async function revisionFor(request: FastifyRequest, { of, years }: Source, database: Database): Promise<string> {
  if (of === 'division') return revisionOfDivision(database, callerOf(request).division)
  const scope = request.params as LedgerScope
  const own = { ...scope, year: Number(scope.year) }
  const others = years?.(request) ?? []
  return [await revisionOf(database, own), ...(await revisionsOfYears(database, own, others))].join(' ')
}

async function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  void reply.headers(answer.headers)
  if (!answer.isPacked) return reply.send(answer.bytes)
  void reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(await unpack(answer.bytes))
  return reply.header('content-encoding', 'gzip').send(answer.bytes)
}

/** Notes that an answer is being worked out. */
function promise(request: FastifyRequest, kept: LRUCache<string, Kept>, name: string, revision: string): void {
  const { promise: answer, resolve } = Promise.withResolvers<Answer | undefined>()
  kept.set(name, { revision, answer, size: usualSize + name.length })
  request.tellOthers = async (payload, headers) => {
    if (payload === undefined) {
      if (kept.peek(name)?.answer === answer) kept.delete(name)
      return resolve(undefined)
    }
    const whole = Buffer.from(payload)
    const isPacked = whole.length >= worthPacking
    const bytes = isPacked ? await pack(whole) : whole
    resolve({ bytes, isPacked, headers })
    kept.set(name, { revision, answer, size: bytes.length + name.length })
  }
}

async function tell(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const { tellOthers } = request
  delete request.tellOthers
  const isWhole = reply.statusCode === 200 && (typeof payload === 'string' || Buffer.isBuffer(payload))
  const headers = ownHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return typeof value === 'string' ? [[name, value]] : []
  })
  void tellOthers?.(isWhole ? payload : undefined, Object.fromEntries(headers))
  return payload
}
