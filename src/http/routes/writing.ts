import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { editHead, readHead } from '#operations/editing/edit-head.ts'
import { reportFile } from '#operations/reports/report-file.ts'
import { readBaseData, readCounts } from '#operations/year/read-derived.ts'
import { readWriting } from '#operations/year/read-writing.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/year.ts'
import { reportMediaTypes as mediaTypes, sendFile } from '../send-file.ts'

const base = '/api/ledgers/:division/:department/:year'
const read = { access: 'ledger.read', followsFrom: 'ledger' } as const

/** Writing the reports: the chapters to write and the numbers to bind, the day of issue, one report as a file. */
export function writingRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    `${base}/writing`,
    {
      config: read,
      schema: { summary: '要写的章节', params: ledgerParams, response: { 200: is.writing, ...refusals } },
    },
    async (request) => readWriting(await databaseFor(request, database), request.params),
  )
  api.get(
    `${base}/base-data`,
    {
      config: read,
      schema: { summary: '基础数据表', params: ledgerParams, response: { 200: is.baseData, ...refusals } },
    },
    async (request) => ({ rows: await readBaseData(await databaseFor(request, database), request.params) }),
  )
  api.get(
    `${base}/counts`,
    {
      config: read,
      schema: { summary: '台账数出的数', params: ledgerParams, response: { 200: is.counts, ...refusals } },
    },
    async (request) => ({ counts: await readCounts(await databaseFor(request, database), request.params) }),
  )
  headRoutes(api, database)
}

function headRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    `${base}/head`,
    {
      config: read,
      schema: { summary: '成文日期等', params: ledgerParams, response: { 200: is.ledgerHead, ...refusals } },
    },
    async (request) => readHead(await databaseFor(request, database), request.params),
  )
  api.patch(
    `${base}/head`,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '改成文日期等',
        params: ledgerParams,
        body: is.headBody,
        response: { 200: is.ledgerHead, ...refusals },
      },
    },
    async (request) =>
      editHead(await databaseFor(request, database), request.params, request.body, whoOf(callerOf(request))),
  )
  api.get(
    `${base}/reports/:report/:format`,
    {
      config: { access: 'ledger.export' },
      schema: { summary: '一份材料的文件', produces: Object.values(mediaTypes), params: is.reportFileParams },
    },
    async (request, reply) => {
      const { report, format, ...scope } = request.params
      const who = whoOf(callerOf(request))
      const file = await reportFile(await databaseFor(request, database), scope, report, { format, who })
      return sendFile(reply, file.name, mediaTypes[format], file.bytes)
    },
  )
}
