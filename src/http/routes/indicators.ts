import type { FastifyRequest } from 'fastify'
import type { Database } from '#operations/database/work-database.ts'
import { yearsBefore } from '#operations/indicators/earlier-actuals.ts'
import { checkAmbition, checkIndicator } from '#operations/indicators/check-indicator.ts'
import { draftFromLibrary, searchLibrary } from '#operations/indicators/search-library.ts'
import { databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/indicators.ts'

const path = '/api/ledgers/:division/:department/:year'
const config = { access: 'ledger.read' } as const
const years = ({ params }: FastifyRequest) => yearsBefore(Number((params as { year: number }).year))

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
      config: { ...config, followsFrom: { of: 'ledger', years } },
      schema: {
        summary: '指标值与前三年完成值',
        params: ledgerParams,
        response: { 200: is.ambitionList, ...refusals },
      },
    },
    async (request) => ({ indicators: await checkAmbition(await databaseFor(request, database), request.params) }),
  )
  libraryRoutes(api, database)
}

function libraryRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    `${path}/indicator-library`,
    {
      config: { ...config, followsFrom: 'division' },
      schema: {
        summary: '指标库',
        params: ledgerParams,
        querystring: is.libraryQuery,
        response: { 200: is.libraryAnswer, ...refusals },
      },
    },
    async (request) => {
      const { division } = request.params
      return searchLibrary(await databaseFor(request, database), division, request.query)
    },
  )
  api.get(
    `${path}/indicator-library/:library/:indicator/draft`,
    {
      config: { access: 'ledger.edit', followsFrom: 'ledger' },
      schema: {
        summary: '指标库的一条填成本账本的指标，只填不存',
        params: is.libraryParams,
        querystring: is.libraryDraftQuery,
        response: { 200: is.libraryDraft, ...refusals },
      },
    },
    async (request) => {
      const { library, indicator, ...scope } = request.params
      const wish = { library, indicator, project: request.query.project }
      return { indicator: await draftFromLibrary(await databaseFor(request, database), scope, wish) }
    },
  )
}
