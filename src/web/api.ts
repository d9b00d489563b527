import type {
  AuditAnswer,
  AuditList,
  DecisionBody,
  Decisions,
  DecisionsAnswer,
  ExportName,
  LedgerSummary,
} from '#http/contract.ts'
import type { ErrorAnswer } from '#http/contracts/common.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
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

/** The ledgers kept, by division, department and year; rejects where the database can't be opened. */
export async function listLedgers(): Promise<readonly LedgerStanding[]> {
  return (await ask<{ ledgers: readonly LedgerStanding[] }>('/api/ledgers')).ledgers
}

/** Scores, gaps and open questions of a ledger by its name: 430922/001/2023. */
export async function readLedger(name: string): Promise<LedgerSummary> {
  return ask<LedgerSummary>(`/api/ledgers/${encodeURI(name)}`)
}

/** Address of the whole set of a ledger's reports, for a download link. */
export function packageAddress(name: string): string {
  return `/api/ledgers/${encodeURI(name)}/package`
}

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(address, init).catch(() => undefined)
  if (!answer) throw new Error(zh.failed)
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new Error((body as ErrorAnswer | undefined)?.message ?? zh.failed)
  return body as T
}
