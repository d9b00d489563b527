import type { FastifyRequest } from 'fastify'
import { whoOf } from '#operations/accounts/account.ts'
import { type CopyWish, applyCopy, previewCopy } from '#operations/carry-over/copy-from-last-year.ts'
import { beginLedger } from '#operations/ledgers/begin-ledger.ts'
import type { Database } from '#operations/database/work-database.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { done, ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/begin-year.ts'

const ledger = '/api/ledgers/:division/:department/:year'
const path = `${ledger}/from-last-year`

/** The year's own ledger need not be there yet. */
function bothYears({ params }: FastifyRequest): number[] {
  const year = Number((params as { year: string | number }).year)
  return [year, year - 1]
}

/** How a year begins: from nothing, or with what goes on from last year, seen before it is taken. */
export function beginYearRoutes(api: Api, database: () => Promise<Database>): void {
  api.post(
    ledger,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '建立一本空账本',
        params: ledgerParams,
        body: is.beginBody,
        response: { 200: done, ...refusals },
      },
    },
    async (request) => {
      await beginLedger(await databaseFor(request, database), request.params, request.body, whoOf(callerOf(request)))
      return { ok: true as const }
    },
  )
  api.get(
    path,
    {
      config: { access: 'ledger.edit', followsFrom: { of: 'years', years: bothYears } },
      schema: {
        summary: '沿用去年账本的预览',
        params: ledgerParams,
        response: { 200: is.copyPreview, ...refusals },
      },
    },
    async (request) => previewCopy(await databaseFor(request, database), request.params),
  )
  api.post(
    path,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '沿用去年的项目、台账种类、目标、指标；没有今年的账本就建立',
        params: ledgerParams,
        body: is.copyBody,
        response: { 200: is.copied, ...refusals },
      },
    },
    async (request) => {
      const wish = (request.body.only ? { only: request.body.only } : {}) as CopyWish
      return applyCopy(await databaseFor(request, database), request.params, wish, whoOf(callerOf(request)))
    },
  )
}
