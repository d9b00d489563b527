import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { Refusal, answerError } from './errors.ts'
import type { LedgerDesk } from '#operations/ledgers/ledger-desk.ts'
import { type AuditServices, auditRoutes } from './routes/audits.ts'
import { ledgerRoutes } from './routes/ledgers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    access?: 'anyone'
  }
}

const mostBytes = 50 * 1024 * 1024
const mostFiles = 50

const policy = {
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    // The component library writes its styles into the page.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': null,
  },
}

export type ServerParts = AuditServices & {
  readonly ledgers: LedgerDesk
  /** Folder of the built pages. */
  readonly pages: string
  /** Only requests addressed to this machine by its loopback names are answered. */
  readonly localOnly: boolean
}

/** The server with all its routes, not yet listening. A route that does not say who may call it stops the start. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    logger: { level: 'error' },
    genReqId: () => randomUUID(),
    bodyLimit: mostBytes,
    forceCloseConnections: true,
  })
  server.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${String(method)} ${url} does not say who may call it`)
  })
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (parts.localOnly && !isLocal(request.hostname)) throw new Refusal('request-invalid')
    if (request.method !== 'GET' && isForeign(request.headers.origin, request.host))
      throw new Refusal('request-invalid')
  })
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((request, reply) =>
    answerError(new Refusal('file-missing', '没有这个网页。'), request, reply),
  )
  await server.register(helmet, { contentSecurityPolicy: policy, strictTransportSecurity: false })
  await server.register(multipart, { limits: { fileSize: mostBytes, files: mostFiles } })
  await server.register(fastifyStatic, { root: parts.pages, serve: false })
  const anyone = { config: { access: 'anyone' } } as const
  server.get('/healthz', anyone, () => ({ ok: true }))
  auditRoutes(server, parts)
  ledgerRoutes(server, parts.ledgers)
  server.get('/', anyone, (_request, reply) => reply.sendFile('index.html', { cacheControl: false }))
  server.get('/favicon.svg', anyone, (_request, reply) => reply.sendFile('favicon.svg'))
  server.get<{ Params: { '*': string } }>('/assets/*', anyone, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  )
  return server
}

function isLocal(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(hostname)
}

/** Whether a page of another origin sent the request: such a page must not upload or decide in the user's name. */
function isForeign(origin: string | undefined, host: string): boolean {
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}
