import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '#operations/accounts/account.ts'
import { invitedAccount, takeUpInvitation } from '#operations/accounts/invite.ts'
import { listDivisions } from '#operations/accounts/list-divisions.ts'
import { accountOfSession, signIn, signOut } from '#operations/accounts/sign-in.ts'
import type { Database } from '#operations/database/work-database.ts'
import { cookieName } from '../access.ts'
import * as is from '../contracts/accounts.ts'
import { done, refusals } from '../contracts/common.ts'
import type { Api } from '../api.ts'

/** `mostTries`: of a password or an invitation a minute from one address; 20 unless told. */
export type SessionServices = {
  readonly database: () => Promise<Database>
  readonly localOnly: boolean
  readonly mostTries?: number
}

const fewTries = 20
const anyone = { access: 'anyone' } as const

function guardedBy(mostTries = fewTries) {
  return { ...anyone, rateLimit: { max: mostTries, timeWindow: '1 minute' } }
}

/** Signing in and out, and taking up an invitation. */
export function sessionRoutes(api: Api, { database, localOnly, mostTries }: SessionServices): void {
  const guarded = guardedBy(mostTries)
  api.get(
    '/api/divisions',
    { config: anyone, schema: { summary: '可以登录的地区', response: { 200: is.divisionList, ...refusals } } },
    async () => ({ divisions: await listDivisions(await database()) }),
  )
  api.get(
    '/api/session',
    { config: anyone, schema: { summary: '现在是谁', response: { 200: is.sessionAnswer, ...refusals } } },
    async (request) => {
      const token = request.cookies[cookieName]
      const account = token === undefined ? undefined : await accountOfSession(await database(), token)
      return { ...(account ? { account } : {}), isLocal: localOnly }
    },
  )
  api.post(
    '/api/session',
    {
      config: guarded,
      schema: { summary: '登录', body: is.signInBody, response: { 200: is.sessionAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { code, ...entry } = request.body
      const place = { agent: request.headers['user-agent'] ?? '', address: request.ip }
      const answer = await signIn(await database(), { ...entry, ...(code ? { code } : {}) }, place)
      if ('needsCode' in answer) return { needsCode: true, isLocal: localOnly }
      keepToken(request, reply, answer.token)
      return { account: answer.account, isLocal: localOnly }
    },
  )
  api.delete(
    '/api/session',
    { config: { access: 'signed-in' }, schema: { summary: '退出', response: { 200: done, ...refusals } } },
    async (request, reply) => {
      await signOut(await database(), request.cookies[cookieName] ?? '')
      void reply.clearCookie(cookieName, { path: '/' })
      return { ok: true as const }
    },
  )
  invitationRoutes(api, database, guarded)
}

function invitationRoutes(
  api: Api,
  database: SessionServices['database'],
  guarded: ReturnType<typeof guardedBy>,
): void {
  const said = ({ login, name, role, division }: Account) => ({ login, name, role, division })
  api.get(
    '/api/invitations/:invitation',
    {
      config: { ...guarded, sharedBy: 'division' },
      schema: {
        summary: '这个邀请是给谁的',
        params: is.invitationParams,
        response: { 200: is.invitedAnswer, ...refusals },
      },
    },
    async (request) => said(await invitedAccount(await database(), request.params.invitation)),
  )
  api.post(
    '/api/invitations',
    {
      config: guarded,
      schema: {
        summary: '凭邀请第一次设密码',
        body: is.firstPasswordBody,
        response: { 200: is.invitedAnswer, ...refusals },
      },
    },
    async (request) => said(await takeUpInvitation(await database(), request.body.invitation, request.body.password)),
  )
}

/** The token goes into a cookie no script can read and no other site can send. */
function keepToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  })
}
