import type { Database } from '#operations/database/work-database.ts'
import { checkAmbition, checkIndicator } from '#operations/indicators/check-indicator.ts'
import { databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/indicators.ts'

const path = '/api/ledgers/:division/:department/:year'
const config = { access: 'ledger.read' } as const

/** Indicators while they are written: checked one by one, and held against the years before. */
export function indicatorRoutes(api: Api, database: () => Promise<Database>): void {
  api.post(
    `${path}/indicator-check`,
    {
      config,
      schema: {
        summary: '边填边查一条指标',
        params: ledgerParams,
        body: is.draftBody,
        response: { 200: is.checkedDraft, ...refusals },
      },
    },
    async (request) => checkIndicator(await databaseFor(request, database), request.params, request.body.indicator),
  )
  api.get(
    `${path}/indicator-ambition`,
    {
      config,
      schema: {
        summary: '指标值与前三年完成值',
        params: ledgerParams,
        response: { 200: is.ambitionList, ...refusals },
      },
    },
    async (request) => ({ indicators: await checkAmbition(await databaseFor(request, database), request.params) }),
  )
}
