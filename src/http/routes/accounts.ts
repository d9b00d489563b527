import { Readable } from 'node:stream'
import type { z } from 'zod'
import { isOfDepartment } from '#domain/accounts/role.ts'
import { listAllAccounts } from '#operations/accounts/list-accounts.ts'
import { inviteAgain, inviteNew } from '#operations/accounts/invite.ts'
import { allSessions, endSession, setDisabled, unlock } from '#operations/accounts/look-after-accounts.ts'
import { exportLog } from '#operations/accounts/export-log.ts'
import { readLog, verifyDivisionLog } from '#operations/accounts/read-division-log.ts'
import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf } from '../access.ts'
import type { Api } from '../api.ts'
import * as is from '../contracts/accounts.ts'
import { done, refusals } from '../contracts/common.ts'
import { Refusal } from '../errors.ts'

type Open = () => Promise<Database>
const ok = { ok: true } as const

/** What the three administrators do: accounts, locks and sessions, the log. */
export function accountRoutes(api: Api, database: Open): void {
  systemRoutes(api, database)
  securityRoutes(api, database)
  logRoutes(api, database)
}

function systemRoutes(api: Api, database: Open): void {
  const config = { access: 'account.manage' } as const
  api.get(
    '/api/accounts',
    {
      config: { access: 'account.list', sharedBy: 'division' },
      schema: { summary: '本地区的账户', response: { 200: is.accountList, ...refusals } },
    },
    async (request) => ({ accounts: await listAllAccounts(await database(), callerOf(request)) }),
  )
  api.post(
    '/api/accounts',
    {
      config,
      schema: {
        summary: '建账户并给出邀请',
        body: is.newAccountBody,
        response: { 200: is.invitedAccountAnswer, ...refusals },
      },
    },
    async (request) => {
      const { department, ...entry } = request.body
      if (isOfDepartment(entry.role) !== (department !== undefined))
        throw new Refusal('request-invalid', '填报人和审核人要写明部门编号，其他角色不写。')
      const caller = callerOf(request)
      const place = department === undefined ? {} : { department }
      return inviteNew(await database(), { ...entry, ...place, division: caller.division }, whoOf(caller))
    },
  )
  api.post(
    '/api/accounts/:login/invitation',
    {
      config,
      schema: { summary: '重新邀请', params: is.loginParams, response: { 200: is.invitedAccountAnswer, ...refusals } },
    },
    async (request) => {
      const caller = callerOf(request)
      return inviteAgain(await database(), caller.division, request.params.login, whoOf(caller))
    },
  )
  api.put(
    '/api/accounts/:login/disabled',
    {
      config,
      schema: {
        summary: '停用或恢复账户',
        params: is.loginParams,
        body: is.disabledBody,
        response: { 200: done, ...refusals },
      },
    },
    async (request) => {
      await setDisabled(await database(), callerOf(request), request.params.login, request.body.disabled)
      return ok
    },
  )
}

function securityRoutes(api: Api, database: Open): void {
  api.post(
    '/api/accounts/:login/unlock',
    {
      config: { access: 'account.unlock' },
      schema: { summary: '解除锁定', params: is.loginParams, response: { 200: done, ...refusals } },
    },
    async (request) => {
      await unlock(await database(), callerOf(request), request.params.login)
      return ok
    },
  )
  const config = { access: 'session.revoke' } as const
  api.get(
    '/api/sessions',
    {
      config: { ...config, sharedBy: 'division' },
      schema: { summary: '本地区登录着的人', response: { 200: is.sessionList, ...refusals } },
    },
    async (request) => ({ sessions: await allSessions(await database(), callerOf(request)) }),
  )
  api.delete(
    '/api/sessions/:id',
    { config, schema: { summary: '强制退出', params: is.idParams, response: { 200: done, ...refusals } } },
    async (request) => {
      await endSession(await database(), callerOf(request), request.params.id)
      return ok
    },
  )
}

function logRoutes(api: Api, database: Open): void {
  const config = { access: 'log.read' } as const
  api.get(
    '/api/log',
    {
      config: { ...config, followsFrom: 'log' },
      schema: { summary: '变更记录', querystring: is.logQuery, response: { 200: is.logAnswer, ...refusals } },
    },
    async (request) => {
      const { offset, limit, ...filter } = request.query
      return readLog(await database(), callerOf(request), { offset, limit, ...given(filter) })
    },
  )
  api.get(
    '/api/log/export',
    {
      config,
      schema: { summary: '变更记录导出为 csv', produces: ['text/csv'], querystring: is.logFilter },
    },
    async (request, reply) => {
      const lines = exportLog(await database(), callerOf(request), given(request.query))
      // What refuses it must be told before the file begins.
      const { value: first } = await lines.next()
      const rest = async function* () {
        yield first ?? ''
        yield* lines
      }
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('变更记录.csv')}`)
        .type('text/csv; charset=utf-8')
        .send(Readable.from(rest()))
    },
  )
  api.get(
    '/api/log/verified',
    {
      config: { ...config, sharedBy: 'division' },
      schema: { summary: '变更记录是否首尾相接', response: { 200: is.verifiedAnswer, ...refusals } },
    },
    async (request) => ({ lines: await verifyDivisionLog(await database(), callerOf(request)) }),
  )
}

/** A filter without the days it does not name. */
function given({ from, to, ...filter }: z.output<typeof is.logFilter>) {
  return { ...filter, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
