import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AuditDesk } from '#operations/audits/audit-desk.ts'
import type { AuditEntry, AuditStore, Decision } from '#operations/audits/audit-store.ts'
import type { AuditView } from '#operations/audits/audit-view.ts'
import { takeInFile } from '#operations/audits/take-in-file.ts'
import {
  type AuditAnswer,
  type AuditList,
  type DecisionsAnswer,
  auditParams,
  decisionBody,
  exportParams,
} from '../contract.ts'
import { Refusal, isProblemCode } from '../errors.ts'

export type AuditServices = {
  readonly store: AuditStore
  readonly desk: AuditDesk
  /** The time now, ISO. */
  readonly clock: () => string
}

const anyone = { config: { access: 'anyone' } } as const
const who = '本机用户'
/** How many views are held ready; the rest are read again from their files. */
const mostViews = 20

/** The routes of the audit: upload, list, read, decide, export. */
export function auditRoutes(server: FastifyInstance, services: AuditServices): void {
  const { store, desk, clock } = services
  const views = new Map<string, AuditView>()
  const remember = (id: string, view: AuditView) => {
    views.delete(id)
    views.set(id, view)
    const oldest = views.keys().next().value
    if (views.size > mostViews && oldest !== undefined) views.delete(oldest)
  }

  server.post('/api/audits', anyone, async (request): Promise<AuditList> => {
    const audits: AuditEntry[] = []
    for (const file of await uploadedFiles(request)) {
      for (const { entry, view } of await takeInFile(store, desk, file, clock())) {
        remember(entry.id, view)
        audits.push(entry)
      }
    }
    return { audits }
  })

  server.get('/api/audits', anyone, async (): Promise<AuditList> => ({ audits: await store.list() }))

  server.get('/api/audits/:id', anyone, async (request): Promise<AuditAnswer> => {
    const entry = await entryOf(store, auditParams.parse(request.params).id)
    const view = views.get(entry.id) ?? (await viewOf(services, entry))
    remember(entry.id, view)
    return { ...view, id: entry.id, at: entry.at, decisions: await store.decisionsOf(entry.id) }
  })

  server.put('/api/audits/:id/decisions', anyone, async (request): Promise<DecisionsAnswer> => {
    const entry = await entryOf(store, auditParams.parse(request.params).id)
    const body = decisionBody.safeParse(request.body)
    if (!body.success) throw new Refusal('request-invalid', '决定没有保存：标为“不采纳”须写明理由。')
    const reason = body.data.status === 'dismissed' ? { reason: body.data.reason } : {}
    const decision: Decision = { status: body.data.status, ...reason, who, at: clock() }
    return { decisions: await store.decide(entry.id, body.data.key, decision) }
  })
  exportRoute(server, services)
}

function exportRoute(server: FastifyInstance, { store, desk }: AuditServices): void {
  server.get('/api/audits/:id/export/:format', anyone, async (request, reply) => {
    const { id, format } = exportParams.parse(request.params)
    const entry = await entryOf(store, id)
    const answer = await desk.ask({ is: 'export', name: entry.name, bytes: await store.bytesOf(id), format })
    if (answer.is === 'refused')
      throw new Refusal(isProblemCode(answer.code) ? answer.code : 'internal-error', answer.message)
    if (answer.is !== 'export') throw new Refusal('internal-error')
    const named = `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`
    return reply.header('content-disposition', named).type(answer.mediaType).send(Buffer.from(answer.bytes))
  })
}

async function entryOf(store: AuditStore, id: string): Promise<AuditEntry> {
  const entry = await store.find(id)
  if (!entry) throw new Refusal('file-missing', '没有这份核对记录，请重新选择文件。')
  return entry
}

async function viewOf({ store, desk }: AuditServices, entry: AuditEntry): Promise<AuditView> {
  const answer = await desk.ask({ is: 'view', name: entry.name, bytes: await store.bytesOf(entry.id) })
  if (answer.is !== 'view') throw new Refusal('internal-error')
  return answer.view
}

async function uploadedFiles(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }[]> {
  if (!request.isMultipart()) throw new Refusal('request-invalid')
  const files: { name: string; bytes: Uint8Array }[] = []
  for await (const part of request.files()) files.push({ name: cleanName(part.filename), bytes: await part.toBuffer() })
  if (files.length === 0) throw new Refusal('request-invalid')
  return files
}

/** The last piece of an uploaded name, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(-200) || '未命名'
}
