import type { ErrorAnswer } from '#http/contracts/common.ts'
import type { Job, JobList } from '#http/contracts/jobs.ts'
import { zh } from './zh.ts'

/** Address of a job, for `JobProgress`. */
export function jobAddress({ id }: Pick<Job, 'id'>): string {
  return `/api/jobs/${id}`
}

/** The jobs of who asks, the newest first. */
export async function listJobs(): Promise<readonly Job[]> {
  return (await ask<JobList>('/api/jobs')).jobs as readonly Job[]
}

/**
 * Has many files audited in the background; undefined where the server's database can't be used, which audits don't need.
 * Rejects with a sentence for the user.
 */
export function startAudit(files: readonly File[]): Promise<Job | undefined> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return ask<Job>('/api/jobs/audit', { method: 'POST', body: form }).catch((error: unknown) => {
    if (error instanceof JobRefusal && error.code === 'internal-error') return undefined
    throw error
  })
}

/**
 * Has a table taken into a ledger by its name (430922/001/2023), or only looked through; with `table` '' the server
 * tells which it is.
 */
export function startImport(name: string, file: File, table: string, preview: boolean): Promise<Job> {
  const form = new FormData()
  form.append('file', file, file.name)
  const query = new URLSearchParams({ preview: String(preview), ...(table ? { table } : {}) })
  return ask<Job>(`${ofLedger(name)}/import?${query}`, { method: 'POST', body: form })
}

/** Has the whole set of a ledger's reports written in every format. */
export function startPackage(name: string): Promise<Job> {
  return ask<Job>(`${ofLedger(name)}/package`, { method: 'POST' })
}

/** Has one report of a ledger written as PDF. */
export function startPdf(name: string, report: string): Promise<Job> {
  const headers = { 'content-type': 'application/json' }
  return ask<Job>(`${ofLedger(name)}/pdf`, { method: 'POST', headers, body: JSON.stringify({ report }) })
}

/** Takes a job back; rejects with the sentence why it can't be. */
export function cancelJob(address: string): Promise<Job> {
  return ask<Job>(address, { method: 'DELETE' })
}

function ofLedger(name: string): string {
  return `/api/ledgers/${encodeURI(name)}/jobs`
}

/** What the server answered instead, with its code. */
class JobRefusal extends Error {
  readonly code: string
  constructor({ code, message }: ErrorAnswer) {
    super(message)
    this.code = code
  }
}

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(address, init).catch(() => undefined)
  if (!answer) throw new Error(zh.failed)
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw body ? new JobRefusal(body as ErrorAnswer) : new Error(zh.failed)
  return body as T
}
