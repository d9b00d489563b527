import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { ledgerPackage, ledgerSummary } from '#operations/ledgers/ledger-desk.ts'
import { readBrief } from '#operations/year/read-brief.ts'
import { listStandings } from '#operations/year/list-standings.ts'
import { readExecution } from '#operations/year/read-execution.ts'
import { readRound } from '#operations/year/read-round.ts'
import { listReports, previewReport, readChecks, readEvaluation, traceFact } from '#operations/year/read-year.ts'
import { plain } from '#domain/plain.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/year.ts'
import { ledgerSummaryAnswer } from '../contract.ts'
import { sendFile, sendPage } from '../send-file.ts'

type Open = () => Promise<Database>
const config = { access: 'ledger.read' } as const
const kept = { access: 'ledger.read', followsFrom: 'ledger' } as const
const base = '/api/ledgers/:division/:department/:year'

/** What is read of a ledger: its standing, money, scores, checks, reports and where a number comes from. */
export function ledgerRoutes(api: Api, database: Open): void {
  api.get(
    '/api/ledgers',
    {
      config: { ...config, followsFrom: { of: 'division', account: true } },
      schema: { summary: '看得到的账本', response: { 200: is.standingList, ...refusals } },
    },
    async (request) => ({
      ledgers: await listStandings(await databaseFor(request, database), callerOf(request)),
    }),
  )
  api.get(
    base,
    {
      config: kept,
      schema: { summary: '账本概况', params: ledgerParams, response: { 200: ledgerSummaryAnswer, ...refusals } },
    },
    async (request) => ledgerSummary(await databaseFor(request, database), request.params),
  )
  api.get(
    `${base}/brief`,
    {
      config: kept,
      schema: { summary: '一眼看一套材料', params: ledgerParams, response: { 200: is.brief, ...refusals } },
    },
    async (request) => readBrief(await databaseFor(request, database), request.params),
  )
  workRoutes(api, database)
  reportRoutes(api, database)
}

/** What is worked out of a ledger on the way: money, scores, what stands against it, how a round goes. */
function workRoutes(api: Api, database: Open): void {
  api.get(
    `${base}/execution`,
    {
      config: kept,
      schema: { summary: '预算与执行', params: ledgerParams, response: { 200: is.executionAnswer, ...refusals } },
    },
    async (request) =>
      plain(await readExecution(await databaseFor(request, database), request.params)) as is.ExecutionView,
  )
  api.get(
    `${base}/evaluation`,
    {
      config: kept,
      schema: { summary: '得分与说明', params: ledgerParams, response: { 200: is.scoredForms, ...refusals } },
    },
    async (request) => ({ ...(await readEvaluation(await databaseFor(request, database), request.params)) }),
  )
  api.get(
    `${base}/checks`,
    {
      config: kept,
      schema: { summary: '送审前的问题', params: ledgerParams, response: { 200: is.yearChecks, ...refusals } },
    },
    async (request) => ({ ...(await readChecks(await databaseFor(request, database), request.params)) }),
  )
  api.get(
    `${base}/rounds/:until`,
    {
      config: kept,
      schema: { summary: '到某一天的双监控', params: is.roundParams, response: { 200: is.roundAnswer, ...refusals } },
    },
    async (request) => {
      const { until, ...scope } = request.params
      return plain(await readRound(await databaseFor(request, database), scope, until)) as is.RoundView
    },
  )
}

function reportRoutes(api: Api, database: Open): void {
  api.get(
    `${base}/reports`,
    {
      config: kept,
      schema: { summary: '整套材料的目录', params: ledgerParams, response: { 200: is.reportList, ...refusals } },
    },
    async (request) => ({ reports: await listReports(await databaseFor(request, database), request.params) }),
  )
  api.get(
    `${base}/reports/:report`,
    { config: kept, schema: { summary: '一份材料的网页', produces: ['text/html'], params: is.reportParams } },
    async (request, reply) => {
      const { report, ...scope } = request.params
      const page = await previewReport(await databaseFor(request, database), scope, report)
      return sendPage(reply, page)
    },
  )
  api.get(
    `${base}/facts/:fact`,
    {
      config: kept,
      schema: { summary: '一个数的来历', params: is.factParams, response: { 200: is.tracedFact, ...refusals } },
    },
    async (request) => {
      const { fact, ...scope } = request.params
      return traceFact(await databaseFor(request, database), scope, fact)
    },
  )
  api.get(
    `${base}/package`,
    {
      config: { access: 'ledger.export' },
      schema: { summary: '整套材料的压缩包', produces: ['application/zip'], params: ledgerParams },
    },
    async (request, reply) => {
      const who = whoOf(callerOf(request))
      const { name, chunks } = await ledgerPackage(await databaseFor(request, database), request.params, who)
      return sendFile(reply, name, 'application/zip', chunks)
    },
  )
}
