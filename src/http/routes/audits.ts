import type { FastifyRequest } from 'fastify'
import { whoOf } from '#operations/accounts/account.ts'
import type { AuditDesk } from '#operations/audits/audit-desk.ts'
import type { AuditEntry, AuditStore, Decision } from '#operations/audits/audit-store.ts'
import type { AuditView } from '#operations/audits/audit-view.ts'
import { takeInFile } from '#operations/audits/take-in-file.ts'
import { askerOf } from '#operations/jobs/asker.ts'
import { withUploads } from '#operations/audits/with-uploads.ts'
import type { Api } from '../api.ts'
import {
  type AuditAnswer,
  type AuditList,
  type DecisionsAnswer,
  auditAnswer,
  auditList,
  auditParams,
  decisionBody,
  decisionsAnswer,
  exportParams,
} from '../contract.ts'
import { refusals } from '../contracts/common.ts'
import { Refusal, isProblemCode } from '../errors.ts'
import { reportMediaTypes, sendFile, tableMediaTypes } from '../send-file.ts'

export type AuditServices = {
  /** Where the files of a department, of a division's finance bureau, or of this machine's user are kept. */
  readonly storeOf: (owner: string) => Promise<AuditStore>
  readonly desk: AuditDesk
  /** The time now, ISO. */
  readonly clock: () => string
}

const config = { access: 'local' } as const
/** How many views are held ready; the rest are read again from their files. */
const mostViews = 20

/** The routes of the audit: upload, list, read, decide, export. Each caller sees their own department's files only. */
export function auditRoutes(api: Api, services: AuditServices): void {
  const views = new Map<string, AuditView>()
  const remember = (id: string, view: AuditView) => {
    views.delete(id)
    views.set(id, view)
    const oldest = views.keys().next().value
    if (views.size > mostViews && oldest !== undefined) views.delete(oldest)
  }
  api.post(
    '/api/audits',
    {
      config,
      schema: { summary: '核对文件', consumes: ['multipart/form-data'], response: { 200: auditList, ...refusals } },
    },
    async (request): Promise<AuditList> => {
      const store = await storeFor(request, services)
      const audits: AuditEntry[] = []
      await withUploads(filesOf(request), async ({ name, bytes }) => {
        for (const { entry, view } of await takeInFile(store, services.desk, { name, bytes }, services.clock())) {
          remember(entry.id, view)
          audits.push(entry)
        }
      })
      return { audits }
    },
  )
  api.get(
    '/api/audits',
    {
      config: { ...config, sharedBy: 'account' },
      schema: { summary: '核对过的文件', response: { 200: auditList, ...refusals } },
    },
    async (request): Promise<AuditList> => ({ audits: await (await storeFor(request, services)).list() }),
  )
  readRoutes(api, services, async (store, entry) => {
    const view = views.get(entry.id) ?? (await viewOf(store, services.desk, entry))
    remember(entry.id, view)
    return view
  })
  exportRoute(api, services)
}

type ViewFor = (store: AuditStore, entry: AuditEntry) => Promise<AuditView>

function readRoutes(api: Api, services: AuditServices, viewFor: ViewFor): void {
  api.get(
    '/api/audits/:id',
    {
      config: { ...config, followsFrom: { of: (request) => stampFor(request, services), account: true } },
      schema: { summary: '一份核对', params: auditParams, response: { 200: auditAnswer, ...refusals } },
    },
    async (request): Promise<AuditAnswer & Record<string, unknown>> => {
      const store = await storeFor(request, services)
      const entry = await entryOf(store, request.params.id)
      const view = await viewFor(store, entry)
      return { ...view, id: entry.id, at: entry.at, decisions: await store.decisionsOf(entry.id) }
    },
  )
  api.put(
    '/api/audits/:id/decisions',
    {
      config,
      schema: {
        summary: '对一条发现的决定',
        params: auditParams,
        body: decisionBody,
        response: { 200: decisionsAnswer, ...refusals },
      },
    },
    async (request): Promise<DecisionsAnswer> => {
      const store = await storeFor(request, services)
      const entry = await entryOf(store, request.params.id)
      const { body } = request
      const reason = body.status === 'dismissed' ? { reason: body.reason } : {}
      const who = request.account ? whoOf(request.account) : '本机用户'
      const decision: Decision = { status: body.status, ...reason, who, at: services.clock() }
      return { decisions: await store.decide(entry.id, body.key, decision) }
    },
  )
}

const exportTypes = [
  'application/json',
  'application/sarif+json',
  tableMediaTypes.xlsx,
  ...Object.values(reportMediaTypes),
]

function exportRoute(api: Api, services: AuditServices): void {
  api.get(
    '/api/audits/:id/export/:format',
    { config, schema: { summary: '导出一份核对', produces: exportTypes, params: exportParams } },
    async (request, reply) => {
      const { id, format } = request.params
      const store = await storeFor(request, services)
      const entry = await entryOf(store, id)
      const answer = await services.desk.ask({ is: 'export', name: entry.name, bytes: await store.bytesOf(id), format })
      if (answer.is === 'refused')
        throw new Refusal(isProblemCode(answer.code) ? answer.code : 'internal-error', answer.message)
      if (answer.is !== 'export') throw new Refusal('internal-error')
      return sendFile(reply, answer.fileName, answer.mediaType, answer.bytes)
    },
  )
}

/** The store of the caller's department; of the division for those above departments; of this machine for nobody. */
function storeFor({ account }: FastifyRequest, { storeOf }: AuditServices): Promise<AuditStore> {
  return storeOf(askerOf(account).owner)
}

/** The audit of an address, of whose store. */
async function stampFor(request: FastifyRequest, services: AuditServices): Promise<string> {
  const { id } = request.params as { readonly id: string }
  return `${askerOf(request.account).owner} ${await (await storeFor(request, services)).stampOf(id)}`
}

async function entryOf(store: AuditStore, id: string): Promise<AuditEntry> {
  const entry = await store.find(id)
  if (!entry) throw new Refusal('file-missing', '没有这份核对记录，请重新选择文件。')
  return entry
}

async function viewOf(store: AuditStore, desk: AuditDesk, entry: AuditEntry): Promise<AuditView> {
  const answer = await desk.ask({ is: 'view', name: entry.name, bytes: await store.bytesOf(entry.id) })
  if (answer.is !== 'view') throw new Refusal('internal-error')
  return answer.view
}

function filesOf(request: FastifyRequest) {
  if (!request.isMultipart()) throw new Refusal('request-invalid')
  return request.files()
}
