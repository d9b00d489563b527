import type {
  AuditAnswer,
  AuditList,
  DecisionBody,
  Decisions,
  DecisionsAnswer,
  ErrorAnswer,
  ExportName,
} from '#http/contract.ts'
import { zh } from './zh.ts'

/** The audits kept, the newest first. */
export async function listAudits(): Promise<AuditList['audits']> {
  return (await ask<AuditList>('/api/audits')).audits
}

/** Audits files; rejects with a sentence for the user. */
export async function uploadFiles(files: readonly File[]): Promise<AuditList['audits']> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return (await ask<AuditList>('/api/audits', { method: 'POST', body: form })).audits
}

/** One audit with its document, findings and decisions. */
export async function readAudit(id: string): Promise<AuditAnswer> {
  return ask<AuditAnswer>(`/api/audits/${id}`)
}

/** Sets a decision and gives all of them. */
export async function saveDecision(id: string, body: DecisionBody): Promise<Decisions> {
  const headers = { 'content-type': 'application/json' }
  return (
    await ask<DecisionsAnswer>(`/api/audits/${id}/decisions`, { method: 'PUT', headers, body: JSON.stringify(body) })
  ).decisions
}

/** Address of an export, for a download link. */
export function exportAddress(id: string, format: ExportName): string {
  return `/api/audits/${id}/export/${format}`
}

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(address, init).catch(() => undefined)
  if (!answer) throw new Error(zh.failed)
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new Error((body as ErrorAnswer | undefined)?.message ?? zh.failed)
  return body as T
}
