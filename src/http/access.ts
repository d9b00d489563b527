import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { Account } from '#operations/accounts/account.ts'
import { type Permission, isAllowed, isPermission } from '#domain/accounts/permission.ts'
import { accountOfSession } from '#operations/accounts/sign-in.ts'
import { type Database, confinedTo, publicTo } from '#operations/database/work-database.ts'
import { Refusal } from './errors.ts'

/**
 * Who may call a route.
 *
 * anyone      everyone who reaches the server
 * local       on a server for this machine only everyone, else who may use the audit
 * signed-in   whoever is signed in
 * …           whoever has one of these permissions, inside their own division and department
 */
export type Access = 'anyone' | 'local' | 'signed-in' | Permission | readonly Permission[]

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Who is signed in, where a route asked. */
    account?: Account | undefined
  }
}

export const cookieName = 'jiheng'
export type GuardParts = { readonly database: () => Promise<Database>; readonly localOnly: boolean }

/**
 * Lets a route's handler run only for whom its access names. A route that does not say who may call it can't be added. Added
 * after what counts requests, it asks who calls once the count is held: who is turned away is counted, too.
 */
export function guardRoutes(server: FastifyInstance, { database, localOnly }: GuardParts): void {
  server.decorateRequest('account', undefined)
  const letIn = async (request: FastifyRequest, access: Exclude<Access, 'anyone'>) => {
    const token = request.cookies[cookieName]
    if (access === 'local' && localOnly && token === undefined) return
    const account = token === undefined ? undefined : await accountOfSession(await database(), token)
    if (account) request.account = account
    else if (access === 'local' && localOnly) return
    if (!account) throw new Refusal('sign-in-needed')
    if (!mayCall(account, access)) throw new Refusal('not-permitted')
    refuseForeign(account, request)
  }
  const guard: onRequestAsyncHookHandler = async (request) => {
    const { access } = request.routeOptions.config
    if (access !== undefined && access !== 'anyone') await letIn(request, access)
  }
  server.addHook('onRoute', (route) => {
    // The reference pages are made by their plug-in.
    if (route.url.startsWith('/api/reference')) route.config = { ...route.config, access: 'anyone' }
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
    const others = [route.onRequest ?? []].flat()
    // A route for HEAD is made of the one for GET, and has it already.
    if (route.config.access !== 'anyone' && !others.includes(guard)) route.onRequest = [...others, guard]
  })
}

function mayCall({ role }: Account, access: Exclude<Access, 'anyone'>): boolean {
  if (access === 'signed-in') return true
  if (access === 'local') return isAllowed(role, 'audit.use')
  return [access].flat().some((permission) => isPermission(permission) && isAllowed(role, permission))
}

/** Another department's ledger is as if it were not there. */
function refuseForeign(account: Account, request: FastifyRequest): void {
  const { division, department } = request.params as { division?: string; department?: string }
  const isForeign =
    (division !== undefined && division !== account.division) ||
    (department !== undefined && account.department !== undefined && department !== account.department)
  if (isForeign) throw new Refusal('ledger-missing')
}

/** The account that called: for routes whose access asks for one. */
export function callerOf(request: FastifyRequest): Account {
  if (!request.account) throw new Refusal('sign-in-needed')
  return request.account
}

/**
 * The database as the caller may see it: their division, a clerk or leader their department only, an evaluator the sets
 * given to them; through a route for the public what was accepted.
 */
export async function databaseFor(request: FastifyRequest, database: () => Promise<Database>): Promise<Database> {
  const isPublic = request.routeOptions.config.access === 'publication.read'
  return (isPublic ? publicTo : confinedTo)(callerOf(request), await database())
}
