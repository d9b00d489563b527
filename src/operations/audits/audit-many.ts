import { Worker } from 'node:worker_threads'
import type { AuditedFile, Severity } from '#domain/finding.ts'
import { problemOf } from '#domain/problem.ts'
import { unreadAudit } from '#domain/audit.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { type Audited, type Task, auditTask } from './audit-task.ts'
import type { Gathered } from './gather-files.ts'

export type ManyOptions = {
  /** Worker threads; 1 audits in this thread. */
  readonly jobs: number
  readonly level: Severity
  readonly format: string
  /** Milliseconds one file may take. */
  readonly timeout: number
  readonly signal?: AbortSignal
  /** Called with how many files are done. */
  readonly onProgress?: (done: number) => void
}

type Slot = { worker: Worker; timer?: NodeJS.Timeout; at?: number }

/**
 * Audits files on worker threads and yields their outcomes in the order of the files, each as soon as it and those
 * before it are done. A file that takes too long or brings its worker down is reported as such; the others go on.
 */
export async function* auditMany(files: readonly Gathered[], options: ManyOptions): AsyncGenerator<Audited> {
  const jobs = Math.min(options.jobs, files.length)
  if (jobs <= 1) {
    for (const [at, file] of files.entries()) {
      if (options.signal?.aborted) return
      yield await auditTask({ file, level: options.level, format: options.format })
      options.onProgress?.(at + 1)
    }
    return
  }
  yield* onWorkers(files, jobs, options)
}

async function* onWorkers(files: readonly Gathered[], jobs: number, options: ManyOptions): AsyncGenerator<Audited> {
  const outcomes = new Map<number, Audited>()
  let wake = () => {}
  let next = 0
  let done = 0
  let yielded = 0
  const slots: Slot[] = []
  const finish = (slot: Slot, outcome: Audited) => {
    clearTimeout(slot.timer)
    if (slot.at === undefined) return
    outcomes.set(slot.at, outcome)
    delete slot.at
    options.onProgress?.(++done)
    wake()
  }
  const give = (slot: Slot) => {
    // A window keeps finished outcomes from piling up behind a slow file.
    if (next >= files.length || next - yielded > jobs * 4 || options.signal?.aborted) return
    slot.at = next++
    const file = files[slot.at]!
    slot.timer = setTimeout(() => replace(slot, failed(file, 'audit-timeout', options.level)), options.timeout)
    slot.worker.postMessage({ file, level: options.level, format: options.format } satisfies Task)
  }
  const replace = (slot: Slot, outcome: Audited) => {
    void slot.worker.terminate()
    finish(slot, outcome)
    slot.worker = start(slot)
    give(slot)
  }
  const start = (slot: Slot): Worker => {
    const worker = new Worker(new URL('./audit-worker.ts', import.meta.url))
    worker.on('message', (outcome: Audited) => {
      finish(slot, outcome)
      give(slot)
    })
    worker.on('error', () => slot.at !== undefined && replace(slot, failed(files[slot.at]!, 'internal-error', options.level)))
    return worker
  }
  for (let each = 0; each < jobs; each++) {
    const slot = {} as Slot
    slot.worker = start(slot)
    slots.push(slot)
    give(slot)
  }
  try {
    while (yielded < files.length && !options.signal?.aborted) {
      const outcome = outcomes.get(yielded)
      if (outcome) {
        outcomes.delete(yielded++)
        yield outcome
        for (const slot of slots) if (slot.at === undefined) give(slot)
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
          options.signal?.addEventListener('abort', () => resolve(), { once: true })
        })
      }
    }
  } finally {
    for (const slot of slots) {
      clearTimeout(slot.timer)
      void slot.worker.terminate()
    }
  }
}

function failed(file: Gathered, code: 'audit-timeout' | 'internal-error', level: Severity): Audited {
  const report: AuditedFile = toOutput(unreadAudit(file.name, [problemOf(code, file.name, true)]), level)
  return { report, unusable: true }
}
