import { Worker } from 'node:worker_threads'
import type { Severity } from '#domain/finding.ts'
import { type ProblemCode, problemOf } from '#domain/problem.ts'
import { unreadAudit } from '#domain/audit.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import type { Audited, Task } from './audit-task.ts'
import type { Gathered } from './gather-files.ts'

type Slot = { worker: Worker; timer?: NodeJS.Timeout; at?: number }
type PoolOptions = {
  readonly jobs: number
  readonly level: Severity
  readonly format: string
  readonly timeout: number
  readonly onProgress?: (done: number) => void
}

/** Worker threads that audit files; outcomes are asked for by the file's place in the list. Close it when done. */
export class AuditPool {
  private readonly files: readonly Gathered[]
  private readonly options: PoolOptions
  private readonly slots: Slot[] = []
  private readonly outcomes = new Map<number, Audited>()
  private next = 0
  private done = 0
  private taken = 0
  private wake = (): void => {}

  constructor(files: readonly Gathered[], options: PoolOptions) {
    this.files = files
    this.options = options
    for (let each = 0; each < options.jobs; each++) this.slots.push(this.opened())
    for (const slot of this.slots) this.give(slot)
  }

  /** The outcome of file `at`, when it is there; undefined when the signal has been aborted first. */
  async outcome(at: number, signal: AbortSignal | undefined): Promise<Audited | undefined> {
    while (!this.outcomes.has(at)) {
      if (signal?.aborted) return undefined
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
    const outcome = this.outcomes.get(at)
    this.outcomes.delete(at)
    this.taken = at + 1
    for (const slot of this.slots) if (slot.at === undefined) this.give(slot)
    return outcome
  }

  /** Lets a waiting `outcome` look again: called on abort. */
  stir(): void {
    this.wake()
  }

  close(): void {
    for (const slot of this.slots) {
      clearTimeout(slot.timer)
      void slot.worker.terminate()
    }
  }

  private opened(): Slot {
    const slot = {} as Slot
    this.start(slot)
    return slot
  }

  private start(slot: Slot): void {
    slot.worker = new Worker(new URL('./audit-worker.ts', import.meta.url))
    slot.worker.on('message', (outcome: Audited) => {
      this.finish(slot, outcome)
      this.give(slot)
    })
    slot.worker.on('error', () => this.replace(slot, 'internal-error'))
  }

  private give(slot: Slot): void {
    // A window keeps finished outcomes from piling up behind a slow file.
    if (this.next >= this.files.length || this.next - this.taken > this.options.jobs * 4) return
    const { level, format, timeout } = this.options
    slot.at = this.next++
    slot.timer = setTimeout(() => this.replace(slot, 'audit-timeout'), timeout)
    slot.worker.postMessage({ file: this.files[slot.at]!, level, format } satisfies Task)
  }

  /** A worker that hangs or fell over is ended, its file reported, and another takes its place. */
  private replace(slot: Slot, code: ProblemCode): void {
    if (slot.at === undefined) return
    const { name } = this.files[slot.at]!
    void slot.worker.terminate()
    this.finish(slot, {
      report: toOutput(unreadAudit(name, [problemOf(code, name, true)]), this.options.level),
      unusable: true,
    })
    this.start(slot)
    this.give(slot)
  }

  private finish(slot: Slot, outcome: Audited): void {
    clearTimeout(slot.timer)
    if (slot.at === undefined) return
    this.outcomes.set(slot.at, outcome)
    delete slot.at
    this.options.onProgress?.(++this.done)
    this.wake()
  }
}
