import type { Severity } from '#domain/finding.ts'
import { AuditPool } from './audit-pool.ts'
import { type Audited, auditTask, packIn } from './audit-task.ts'
import type { Gathered } from './gather-files.ts'

export type ManyOptions = {
  /** Worker threads; 1 audits in this thread. */
  readonly jobs: number
  readonly level: Severity
  readonly format: string
  /** Whether `text` may carry terminal colours. */
  readonly colour?: boolean
  /** Name of the rule pack, as `choosePack` takes it; without it each file tells. */
  readonly pack?: string
  /** Milliseconds one file may take on a worker. */
  readonly timeout: number
  readonly signal?: AbortSignal
  /** Called with how many files are done. */
  readonly onProgress?: (done: number) => void
}

/**
 * Audits files and yields their outcomes in the order of the files, each as soon as it and those before it are done.
 * On worker threads a file that takes too long or brings its worker down is reported as such; the others go on.
 */
export async function* auditMany(files: readonly Gathered[], options: ManyOptions): AsyncGenerator<Audited> {
  const jobs = Math.min(options.jobs, files.length)
  if (jobs > 1) {
    yield* onWorkers(files, { ...options, jobs })
    return
  }
  for (const [at, file] of files.entries()) {
    if (options.signal?.aborted) return
    const { level, format, colour = false } = options
    yield await auditTask({ file, level, format, colour, ...packIn(options) })
    options.onProgress?.(at + 1)
  }
}

async function* onWorkers(files: readonly Gathered[], options: ManyOptions): AsyncGenerator<Audited> {
  const pool = new AuditPool(files, options)
  const stir = () => pool.stir()
  options.signal?.addEventListener('abort', stir)
  try {
    for (const at of files.keys()) {
      const outcome = await pool.outcome(at, options.signal)
      if (!outcome) return
      yield outcome
    }
  } finally {
    options.signal?.removeEventListener('abort', stir)
    pool.close()
  }
}
