import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import {
  listPublications,
  publishedFile,
  publishedPage,
  publishedReports,
} from '#operations/publications/read-publications.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/publications.ts'
import { reportList } from '../contracts/year.ts'
import { reportMediaTypes, sendFile, sendPage } from '../send-file.ts'

const base = '/api/publications'
const ofSet = `${base}/:division/:department/:year/reports`
const config = { access: 'publication.read' } as const
const kept = { ...config, followsFrom: 'ledger' } as const

/** What the public may read: the reports of sets the finance bureau has accepted, nothing behind them. */
export function publicationRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    base,
    {
      config: { ...config, followsFrom: { of: 'division', account: true } },
      schema: { summary: '已通过、可以公开的材料', response: { 200: is.publicationList, ...refusals } },
    },
    async (request) => ({
      publications: await listPublications(await databaseFor(request, database), callerOf(request)),
    }),
  )
  api.get(
    ofSet,
    {
      config: kept,
      schema: { summary: '一套公开材料的目录', params: ledgerParams, response: { 200: reportList, ...refusals } },
    },
    async (request) => ({ reports: await publishedReports(await databaseFor(request, database), request.params) }),
  )
  api.get(
    `${ofSet}/:report`,
    { config: kept, schema: { summary: '一份公开材料的网页', produces: ['text/html'], params: is.reportParams } },
    async (request, reply) => {
      const { report, ...scope } = request.params
      return sendPage(reply, await publishedPage(await databaseFor(request, database), scope, report))
    },
  )
  api.get(
    `${ofSet}/:report/:format`,
    {
      config,
      schema: {
        summary: '一份公开材料的文件',
        produces: Object.values(reportMediaTypes),
        params: is.reportFileParams,
      },
    },
    async (request, reply) => {
      const { report, format, ...scope } = request.params
      const wish = { format, who: whoOf(callerOf(request)) }
      const file = await publishedFile(await databaseFor(request, database), scope, report, wish)
      return sendFile(reply, file.name, reportMediaTypes[format], file.bytes)
    },
  )
}
