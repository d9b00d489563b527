import { Worker } from 'node:worker_threads'
import type { Severity } from '#domain/finding.ts'
import type { ProblemCode } from '#domain/problem.ts'
import { type Audited, type Task, failedTask, packIn } from './audit-task.ts'
import type { Gathered } from './gather-files.ts'

type Slot = { worker?: Worker; timer?: NodeJS.Timeout; at?: number }
type PoolOptions = {
  readonly jobs: number
  readonly level: Severity
  readonly format: string
  readonly colour?: boolean
  readonly pack?: string
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
  private closed = false
  private wake = (): void => {}

  constructor(files: readonly Gathered[], options: PoolOptions) {
    this.files = files
    this.options = options
    for (let each = 0; each < options.jobs; each++) this.slots.push({})
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
    this.closed = true
    for (const slot of this.slots) {
      clearTimeout(slot.timer)
      void slot.worker?.terminate()
    }
  }

  private started(slot: Slot): Worker {
    const worker = new Worker(new URL('./audit-worker.ts', import.meta.url))
    // What a worker says after it was given up would be taken for the outcome of the next file.
    worker.on('message', (outcome: Audited) => {
      if (slot.worker !== worker) return
      this.finish(slot, outcome)
      this.give(slot)
    })
    worker.on('error', () => slot.worker === worker && this.giveUp(slot, 'internal-error'))
    worker.on('exit', () => slot.worker === worker && this.giveUp(slot, 'internal-error'))
    return worker
  }

  private give(slot: Slot): void {
    // A window keeps finished outcomes from piling up behind a slow file.
    if (this.closed || this.next >= this.files.length || this.next - this.taken > this.options.jobs * 4) return
    const { level, format, colour, timeout } = this.options
    slot.at = this.next++
    slot.worker ??= this.started(slot)
    slot.timer = setTimeout(() => this.giveUp(slot, 'audit-timeout'), timeout)
    slot.worker.postMessage({
      file: this.files[slot.at]!,
      level,
      format,
      colour: colour ?? false,
      ...packIn(this.options),
    } satisfies Task)
  }

  /** A worker that hangs or fell over is ended and its file reported; the next file gets a new one. */
  private giveUp(slot: Slot, code: ProblemCode): void {
    void slot.worker?.terminate()
    delete slot.worker
    if (slot.at === undefined) return
    this.finish(slot, failedTask(this.files[slot.at]!.name, code))
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
