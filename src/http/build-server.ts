import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Database } from '#operations/database/work-database.ts'
import { guardRoutes } from './access.ts'
import type { JobDesk } from '#operations/jobs/job-desk.ts'
import type { Api } from './api.ts'
import { describeApi } from './describe-api.ts'
import { endWell } from './end-well.ts'
import { refusals } from './contracts/common.ts'
import { Refusal, answerError } from './errors.ts'
import { safeHeaders } from './safe-headers.ts'
import { logLines } from './log-lines.ts'
import { keepAnswers } from './keep-answers.ts'
import { shareAnswers } from './share-answers.ts'
import { tellAnswers } from './shared-answer.ts'
import { refuseOddText } from './refuse-odd-text.ts'
import { refuseUnread } from './refuse-unread.ts'
import { accountRoutes } from './routes/accounts.ts'
import { type AuditServices, auditRoutes } from './routes/audits.ts'
import { entryRoutes } from './routes/entries.ts'
import { jobRoutes } from './routes/jobs.ts'
import { compareRoutes } from './routes/compare.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { deadlineRoutes } from './routes/deadlines.ts'
import { evaluatorRoutes } from './routes/evaluators.ts'
import { expenditureRoutes } from './routes/expenditure.ts'
import { ledgerRoutes } from './routes/ledgers.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { beginYearRoutes } from './routes/begin-year.ts'
import { ownAccountRoutes } from './routes/own-account.ts'
import { paymentPlanRoutes } from './routes/payment-plan.ts'
import { publicationRoutes } from './routes/publications.ts'
import { sessionRoutes } from './routes/session.ts'
import { tableRoutes } from './routes/tables.ts'
import { workflowRoutes } from './routes/workflow.ts'
import { writingRoutes } from './routes/writing.ts'

const mostBytes = 50 * 1024 * 1024
const mostFiles = 50
/** A part of an address: the name of a fact holds a measure, a project and a phase. */
const longestName = 600

export type ServerParts = AuditServices & {
  /** The database of the ledgers; rejects with a refusal a person can read. */
  readonly database: () => Promise<Database>
  /** What is done in the background. */
  readonly jobs: JobDesk
  /** Folder of the built pages. */
  readonly pages: string
  /** Whoever reaches the server sits at this machine: no more than its own user. */
  readonly localOnly: boolean
  /** The names others open the pages by. Only requests addressed by them, or by the loopback names, are answered; absent: by any name. */
  readonly names?: readonly string[]
  /** Addresses of the proxies before the server: what they say of where a request comes from is believed. */
  readonly proxies?: readonly string[]
  /** Requests a minute from one address. */
  readonly mostRequests?: number
  /** Tries of a password or an invitation a minute from one address. */
  readonly mostTries?: number
}

const mostRequests = 1200
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]', '::1']

/** The server with all its routes, not yet listening. A route that does not say who may call it stops the start. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const headers = await safeHeaders()
  const server = Fastify({
    logger: logLines(),
    genReqId: () => randomUUID(),
    bodyLimit: mostBytes,
    forceCloseConnections: false,
    trustProxy: parts.proxies === undefined ? false : [...parts.proxies],
    // A request that comes on an open connection meanwhile is answered like any other.
    return503OnClosing: false,
    routerOptions: { maxParamLength: longestName },
    // What the router itself refuses, an address that can't be decoded: no hook runs for it.
    frameworkErrors: (error, request, reply) =>
      answerError(error, request, reply.headers(headers).header('x-request-id', request.id)),
    clientErrorHandler: refuseUnread(headers),
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  endWell(server)
  headAnswers(server, headers, parts.localOnly ? [] : parts.names)
  server.setErrorHandler(answerError)
  await server.register(cookie)
  await countRequests(server, parts.mostRequests)
  guardRoutes(server, parts)
  refuseOddText(server)
  keepAnswers(server, parts.database)
  shareAnswers(server)
  tellAnswers(server)
  await server.register(multipart, { limits: { fileSize: mostBytes, files: mostFiles } })
  await server.register(fastifyStatic, { root: parts.pages, serve: false, preCompressed: true })
  await describeApi(server)
  await server.register(async (each) => apiRoutes(each as unknown as Api, parts))
  pageRoutes(server)
  return server
}

/**
 * Gives every answer its number and the safe headers, and turns requests of other sites away.
 *
 * names   what the server is called by others; undefined: whatever they like
 */
function headAnswers(
  server: FastifyInstance,
  headers: Readonly<Record<string, string>>,
  names: readonly string[] | undefined,
): void {
  const own = names && new Set([...loopbackNames, ...names])
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id)
    // A department's numbers stay out of every store on the way.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    const isOthers = own !== undefined && !own.has(request.hostname.toLowerCase())
    if (isOthers || (request.method !== 'GET' && isForeign(request))) done(new Refusal('request-invalid'))
    else done()
  })
}

/** Refuses an address that asks too often, also for what is not there. */
async function countRequests(server: FastifyInstance, max = mostRequests): Promise<void> {
  await server.register(rateLimit, { max, timeWindow: '1 minute' })
  server.setNotFoundHandler({ preHandler: server.rateLimit() }, (request, reply) =>
    answerError(new Refusal('file-missing', '没有这个网页。'), request, reply),
  )
}

function apiRoutes(api: Api, parts: ServerParts): void {
  const { database } = parts
  healthRoutes(api, parts)
  sessionRoutes(api, parts)
  ownAccountRoutes(api, database)
  accountRoutes(api, database)
  auditRoutes(api, parts)
  ledgerRoutes(api, database)
  entryRoutes(api, database)
  tableRoutes(api, database)
  workflowRoutes(api, database)
  writingRoutes(api, database)
  jobRoutes(api, parts.jobs)
  expenditureRoutes(api, database)
  compareRoutes(api, database)
  beginYearRoutes(api, database)
  indicatorRoutes(api, database)
  paymentPlanRoutes(api, database)
  evidenceRoutes(api, database)
  publicationRoutes(api, database)
  evaluatorRoutes(api, database)
  deadlineRoutes(api, database)
}

/** Health: the program answers. Readiness: its database does too. */
function healthRoutes(api: Api, { database }: ServerParts): void {
  const answer = { 200: z.object({ ok: z.boolean() }), ...refusals }
  const config = { access: 'anyone' } as const
  api.get('/healthz', { config, schema: { summary: '程序在运行', response: answer } }, () => ({ ok: true }))
  api.get('/readyz', { config, schema: { summary: '数据库能用', response: answer } }, async () => {
    await database()
    return { ok: true }
  })
}

function pageRoutes(server: FastifyInstance): void {
  const anyone = { config: { access: 'anyone' }, schema: { hide: true } } as const
  server.get('/', anyone, (_request, reply) => reply.sendFile('index.html', { cacheControl: false }))
  server.get('/favicon.svg', anyone, (_request, reply) => reply.sendFile('favicon.svg'))
  server.get<{ Params: { '*': string } }>('/assets/*', anyone, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  )
}

/** Whether a page of another site sent the request: such a page must not change anything in a person's name. */
function isForeign({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}
