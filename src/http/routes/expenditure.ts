import type { Database } from '#operations/database/work-database.ts'
import { type RequestWish, takeRequestStep, writeRequest } from '#operations/expenditure/change-requests.ts'
import { readRequests } from '#operations/expenditure/read-requests.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/expenditure.ts'

const path = '/api/ledgers/:division/:department/:year/expenditure-requests'

/** Requests for expenditure: the joint sign-off 联签会审, the collective decision 集体决策, and the payment in the end. */
export function expenditureRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    path,
    {
      config: { access: 'ledger.read', followsFrom: { of: 'ledger', account: true } },
      schema: { summary: '支出申请', params: ledgerParams, response: { 200: is.requestList, ...refusals } },
    },
    async (request) => readRequests(await databaseFor(request, database), request.params, callerOf(request)),
  )
  const answer = { 200: is.requestView, ...refusals }
  api.post(
    path,
    {
      config: { access: 'expenditure.request' },
      schema: { summary: '写一份支出申请', params: ledgerParams, body: is.requestBody, response: answer },
    },
    async (request) =>
      writeRequest(await databaseFor(request, database), request.params, callerOf(request), request.body.request),
  )
  api.put(
    `${path}/:request`,
    {
      config: { access: 'expenditure.request' },
      schema: { summary: '改一份还没有签的申请', params: is.requestParams, body: is.requestBody, response: answer },
    },
    async (request) => {
      const { request: id, ...scope } = request.params
      const account = callerOf(request)
      return writeRequest(await databaseFor(request, database), scope, account, request.body.request, id)
    },
  )
  api.post(
    `${path}/:request/steps`,
    {
      config: { access: ['expenditure.request', 'expenditure.sign'] },
      schema: {
        summary: '送签、签批、不同意、撤回、登记集体决策和支付',
        params: is.requestParams,
        body: is.requestStepBody,
        response: answer,
      },
    },
    async (request) => {
      const { request: id, ...scope } = request.params
      const given = Object.entries(request.body).filter(([, value]) => value !== undefined)
      const wish = Object.fromEntries(given) as RequestWish
      return takeRequestStep(await databaseFor(request, database), scope, callerOf(request), id, wish)
    },
  )
}
