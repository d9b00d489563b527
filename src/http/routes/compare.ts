import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { compareLedgers } from '#operations/compare/compare-ledgers.ts'
import { compareReports } from '#operations/compare/compare-reports.ts'
import type { Database } from '#operations/database/work-database.ts'
import { databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/compare.ts'

const path = '/api/ledgers/:division/:department/:year/compare'
const config = { access: 'ledger.read', followsFrom: { of: 'ledger', years: yearsAsked } } as const

/** Versions never change and come by steps of the ledger itself. */
function yearsAsked({ query }: FastifyRequest): number[] {
  const { from, to } = query as z.infer<typeof is.compareQuery>
  return [from, to].flatMap((state) => (state.startsWith('year:') ? [Number(state.slice('year:'.length))] : []))
}

/** Any two states of a ledger beside each other: its entries, and a report as printed. */
export function compareRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    path,
    {
      config,
      schema: {
        summary: '两个版本、两个年度的账本逐栏比较',
        params: ledgerParams,
        querystring: is.compareQuery,
        response: { 200: is.ledgerComparison, ...refusals },
      },
    },
    async (request) => {
      const { from, to } = request.query
      return compareLedgers(await databaseFor(request, database), request.params, from, to)
    },
  )
  api.get(
    `${path}/reports/:report`,
    {
      config,
      schema: {
        summary: '同一份材料的两个版本按段落比较',
        params: is.compareReportParams,
        querystring: is.compareQuery,
        response: { 200: is.reportComparison, ...refusals },
      },
    },
    async (request) => {
      const { report, ...scope } = request.params
      return compareReports(await databaseFor(request, database), scope, report, request.query)
    },
  )
}
