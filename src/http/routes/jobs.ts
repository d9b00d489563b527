import type { FastifyRequest } from 'fastify'
import { askJob } from '#operations/jobs/ask-job.ts'
import { askerOf } from '#operations/jobs/asker.ts'
import type { JobDesk } from '#operations/jobs/job-desk.ts'
import { cancelOwnJob, fetchResult, listJobs, readJob, stampOfJobs } from '#operations/jobs/own-jobs.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/jobs.ts'
import { Refusal } from '../errors.ts'
import { sendJobEvents } from '../job-events.ts'

const ledger = '/api/ledgers/:division/:department/:year/jobs'
const job = { 200: is.jobAnswer, ...refusals }
/** Who may audit may look after their jobs; on a server for this machine only, its user. */
const config = { access: 'local' } as const
const ofLedger = { access: 'ledger.export' } as const
const upload = { consumes: ['multipart/form-data'] }
/** Bytes one file may have. */
const mostOfAudit = 50 * 1024 * 1024
const mostOfImport = 200 * 1024 * 1024
/** Beyond what any job takes: the job says so in its own words. */
const mostParts = 100

/** What takes its time is asked for here and done in the background: audits of many files, imports, packages, PDF. */
export function jobRoutes(api: Api, jobs: JobDesk): void {
  api.post(
    '/api/jobs/audit',
    { config, schema: { summary: '核对许多文件', ...upload, response: job } },
    async (request) =>
      askJob(await jobs.open(), askerOf(request.account), { kind: 'audit' }, filesOf(request, mostOfAudit)),
  )
  api.post(
    `${ledger}/import`,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '导入一张大表；preview=true 只看不改',
        ...upload,
        params: ledgerParams,
        querystring: is.importJobQuery,
        response: job,
      },
    },
    async (request) => {
      const { table, preview } = request.query
      const wish = { kind: 'import', scope: request.params, table, preview: preview === 'true' } as const
      return askJob(await jobs.open(), askerOf(request.account), wish, filesOf(request, mostOfImport))
    },
  )
  api.post(
    `${ledger}/package`,
    { config: ofLedger, schema: { summary: '生成整套材料', params: ledgerParams, response: job } },
    async (request) => askJob(await jobs.open(), askerOf(request.account), { kind: 'package', scope: request.params }),
  )
  api.post(
    `${ledger}/pdf`,
    {
      config: ofLedger,
      schema: { summary: '生成一份材料的 PDF', params: ledgerParams, body: is.pdfJobBody, response: job },
    },
    async (request) => {
      const wish = { kind: 'pdf', scope: request.params, report: request.body.report } as const
      return askJob(await jobs.open(), askerOf(request.account), wish)
    },
  )
  ownRoutes(api, jobs)
}

function ownRoutes(api: Api, jobs: JobDesk): void {
  const database = async () => (await jobs.open()).database
  const stamp = async ({ account }: FastifyRequest) => stampOfJobs(await database(), askerOf(account))
  api.get(
    '/api/jobs',
    {
      config: { ...config, followsFrom: { of: stamp, account: true } },
      schema: { summary: '我的任务', response: { 200: is.jobList, ...refusals } },
    },
    async (request) => ({
      jobs: await listJobs(await database(), askerOf(request.account)),
    }),
  )
  api.get(
    '/api/jobs/:id',
    {
      config: { ...config, sharedBy: 'account' },
      schema: { summary: '一件任务', params: is.jobParams, response: job },
    },
    async (request) => readJob(await database(), askerOf(request.account), request.params.id),
  )
  api.get(
    '/api/jobs/:id/events',
    {
      config,
      schema: {
        summary: '一件任务的进展',
        produces: ['text/event-stream'],
        params: is.jobParams,
        headers: is.eventsHeaders,
      },
    },
    async (request, reply) => sendJobEvents(await database(), request, reply, request.params.id),
  )
  api.delete(
    '/api/jobs/:id',
    { config, schema: { summary: '取消一件任务', params: is.jobParams, response: job } },
    async (request) => cancelOwnJob(await database(), askerOf(request.account), request.params.id),
  )
  api.get(
    '/api/jobs/:id/result',
    {
      config,
      schema: { summary: '任务做出的文件', produces: ['application/zip', 'application/pdf'], params: is.jobParams },
    },
    async (request, reply) => {
      const { name, size, stream } = await fetchResult(await database(), askerOf(request.account), request.params.id)
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('content-length', size)
        .type(name.endsWith('.zip') ? 'application/zip' : 'application/pdf')
        .send(stream)
    },
  )
}

function filesOf(request: FastifyRequest, fileSize: number) {
  if (!request.isMultipart()) throw new Refusal('request-invalid')
  return request.files({ limits: { fileSize, files: mostParts } })
}
