/** What a person may ask to be done while they go on: 「后台任务」. */
export const jobKinds = ['audit', 'import', 'package', 'pdf'] as const
export type JobKind = (typeof jobKinds)[number]

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** Whether nothing more will happen to a job. */
export function isOver(state: JobState): boolean {
  return state !== 'queued' && state !== 'running'
}

/** One file of an audit; `id` of its audit once all are kept, `problem` why nothing could be read of it. */
export type AuditedUpload = {
  readonly name: string
  readonly id?: string
  readonly counts?: {
    readonly error: number
    readonly warning: number
    readonly info: number
    readonly figures: number
  }
  readonly problem?: string
}

/** What an import says of a cell or a row; row 0 is the whole table. */
export type JobFault = {
  readonly severity: string
  readonly message: string
  readonly row?: number
  readonly column?: string
}

/** What came of a job, or has come so far: `files` of an audit, `lines` and `faults` of an import. */
export type JobOutcome = {
  readonly files?: readonly AuditedUpload[]
  readonly lines?: readonly string[]
  readonly faults?: readonly JobFault[]
}

/**
 * A job as the person who asked for it sees it.
 *
 * done, total   files or reports; of an import rows, the total 0 as long as it isn't known
 * result        a file to be fetched, `size` in bytes
 * changed       grows with every change
 * at, ended     ISO times
 */
export type Job = {
  readonly id: string
  readonly kind: JobKind
  readonly state: JobState
  readonly done: number
  readonly total: number
  readonly sentence: string
  readonly who: string
  readonly at: string
  readonly ended?: string
  readonly result?: { readonly name: string; readonly size: number }
  readonly outcome: JobOutcome
  readonly changed: number
}
