import {
  changePassword,
  dropSecondFactor,
  endOwnSession,
  ownSessions,
  setSecondFactor,
} from '#operations/accounts/own-account.ts'
import { freshSecret, secretAddress } from '#operations/accounts/second-factor.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, cookieName } from '../access.ts'
import type { Api } from '../api.ts'
import * as is from '../contracts/accounts.ts'
import { done, refusals } from '../contracts/common.ts'

const config = { access: 'signed-in' } as const
const ok = { ok: true } as const

/** What people do with their own account: password, second factor, sessions. */
export function ownAccountRoutes(api: Api, database: () => Promise<Database>): void {
  api.put(
    '/api/own/password',
    { config, schema: { summary: '换密码', body: is.passwordBody, response: { 200: done, ...refusals } } },
    async (request) => {
      await changePassword(await database(), callerOf(request), request.body.old, request.body.next)
      return ok
    },
  )
  api.get(
    '/api/own/sessions',
    { config, schema: { summary: '自己登录着的地方', response: { 200: is.ownSessionList, ...refusals } } },
    async (request) => {
      const token = request.cookies[cookieName] ?? ''
      return { sessions: await ownSessions(await database(), callerOf(request), token) }
    },
  )
  api.delete(
    '/api/own/sessions/:id',
    { config, schema: { summary: '退出一处登录', params: is.idParams, response: { 200: done, ...refusals } } },
    async (request) => {
      await endOwnSession(await database(), callerOf(request), request.params.id)
      return ok
    },
  )
  api.get(
    '/api/own/second-factor',
    { config, schema: { summary: '一把新的第二因素密钥', response: { 200: is.secondFactorAnswer, ...refusals } } },
    (request) => {
      const secret = freshSecret()
      return { secret, address: secretAddress(secret, callerOf(request).login) }
    },
  )
  api.put(
    '/api/own/second-factor',
    { config, schema: { summary: '启用第二因素', body: is.secondFactorBody, response: { 200: done, ...refusals } } },
    async (request) => {
      await setSecondFactor(await database(), callerOf(request), request.body.secret, request.body.code)
      return ok
    },
  )
  api.delete(
    '/api/own/second-factor',
    { config, schema: { summary: '停用第二因素', body: is.provedBody, response: { 200: done, ...refusals } } },
    async (request) => {
      await dropSecondFactor(await database(), callerOf(request), request.body.password)
      return ok
    },
  )
}
