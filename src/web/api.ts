import type { AuditAnswer, AuditList, DecisionBody, Decisions, DecisionsAnswer, ExportName } from '#http/contract.ts'
import { ask } from './ask.ts'

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
  return (await ask<DecisionsAnswer>(`/api/audits/${id}/decisions`, { method: 'PUT', json: body })).decisions
}

/** Address of an export, for a download link. */
export function exportAddress(id: string, format: ExportName): string {
  return `/api/audits/${id}/export/${format}`
}
