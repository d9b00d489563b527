import { refusalOf } from '../ledgers/ledger-refusal.ts'
import { auditUploads } from './audit-uploads.ts'
import { importTable } from './import-table.ts'
import type { JobEnd, JobInputs, JobTask, Tell } from './job-task.ts'
import { writePdf, writeSet } from './write-set.ts'

const work = { audit: auditUploads, import: importTable, package: writeSet, pdf: writePdf } as const satisfies {
  [K in keyof JobInputs]: (task: JobTask, input: JobInputs[K], tell: Tell) => Promise<JobEnd>
}

/** Does one attempt at a job; never throws. What is neither done nor a refusal to a person is the machine's failure. */
export async function doJob(task: JobTask, tell: Tell): Promise<JobEnd> {
  try {
    return await work[task.job.kind](task, task.job.input as never, tell)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal && refusal.code !== 'internal-error') return { is: 'refused', sentence: refusal.message }
    return { is: 'broken', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
