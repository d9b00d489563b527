import type { JobOutcome } from '#domain/jobs/job.ts'
import type { Progress, StoredJob } from '#storage/jobs/jobs-table.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import type { UploadedFile } from './receive-uploads.ts'

/** What each kind of job is asked. */
export type JobInputs = {
  readonly audit: { readonly files: readonly UploadedFile[] }
  readonly import: {
    readonly scope: LedgerScope
    readonly table?: string | undefined
    /** Only told what would come of it. */
    readonly preview?: boolean
    readonly files: readonly UploadedFile[]
  }
  readonly package: { readonly scope: LedgerScope }
  readonly pdf: { readonly scope: LedgerScope; readonly report: string }
}

/** One attempt at a job, as its thread is told; `folder` holds its files, 'in' those uploaded. */
export type JobTask = {
  readonly job: Pick<StoredJob, 'division' | 'id' | 'attempt' | 'department' | 'account' | 'who' | 'kind' | 'input'>
  readonly folder: string
  readonly owner: string
}

/** Tells how far an attempt is. */
export type Tell = (progress: Progress) => void

/**
 * How an attempt ended.
 *
 * done      `result`: the name and size of the file that stands in the job's folder under resultName
 * refused   what the person asked for can't be done, and why: trying again would not help
 * broken    the machine failed: it may be tried again
 */
export type JobEnd =
  | {
      readonly is: 'done'
      readonly sentence: string
      readonly outcome?: JobOutcome
      readonly result?: { readonly name: string; readonly size: number }
    }
  | { readonly is: 'refused'; readonly sentence: string; readonly outcome?: JobOutcome }
  | { readonly is: 'broken'; readonly reason: string }

/** Under which name the file to be fetched stands in a job's folder. */
export const resultName = 'result'
