import { Worker } from 'node:worker_threads'
import type { ProblemCode } from '#domain/problem.ts'
import type { Audited, Task } from './audited.ts'

/** A task and its file's place in the list. */
export type Given = { readonly at: number; readonly task: Task }

/**
 * What a thread reports.
 *
 * failed   the file took too long or brought the thread down
 * back     what was given but not begun when the thread came down
 */
export type Reports = {
  done(at: number, outcome: Audited): void
  failed(given: Given, code: ProblemCode): void
  back(given: readonly Given[]): void
}

/** Megabytes. Without a bound a thread lets what it no longer needs pile up to several times that. */
const usualHeap = 128
const wideHeap = 4096
/** A small nursery: an audit makes much that is soon forgotten. */
const nursery = 16

/**
 * A thread that audits the files it is given in turn, in bounded memory; started again when a file has brought it down.
 * A file that needs more memory gets a thread with much more, for itself.
 *
 * timeout  milliseconds one file may take
 * heap     megabytes a thread may hold of its own
 */
export class AuditThread {
  private readonly timeout: number
  private readonly heap: number
  private readonly reports: Reports
  /** The first is being audited, the others wait for it. */
  private given: Given[] = []
  private worker: Worker | undefined
  private timer: NodeJS.Timeout | undefined
  private wide = false

  constructor({ timeout, heap = usualHeap }: { readonly timeout: number; readonly heap?: number }, reports: Reports) {
    this.timeout = timeout
    this.heap = heap
    this.reports = reports
  }

  /** How many more files it takes now: one to audit and one to have at hand, none beside a file that needs it alone. */
  room(files: 1 | 2): boolean {
    return this.given.length < files && !this.wide
  }

  give(given: Given): void {
    this.worker ??= this.started()
    this.given.push(given)
    if (this.given.length === 1) this.watch()
    this.worker.postMessage(given.task)
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    const { worker } = this
    this.worker = undefined
    this.wide = false
    await worker?.terminate()
  }

  private watch(): void {
    clearTimeout(this.timer)
    if (this.given.length > 0) this.timer = setTimeout(() => this.giveUp('audit-timeout'), this.timeout)
  }

  private started(): Worker {
    const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.wide ? wideHeap : this.heap,
        maxYoungGenerationSizeMb: nursery,
      },
    })
    // What a worker says after it was given up would be taken for the outcome of the next file.
    worker.on('message', (outcome: Audited) => this.worker === worker && this.finish(outcome))
    worker.on('error', (error) => this.worker === worker && this.broken(error))
    worker.on('exit', () => this.worker === worker && this.giveUp('internal-error'))
    return worker
  }

  private finish(outcome: Audited): void {
    const given = this.given.shift()
    if (this.wide) void this.close()
    this.watch()
    if (given) this.reports.done(given.at, outcome)
  }

  private broken(error: Error): void {
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isFull || this.wide) return this.giveUp(isFull ? 'file-too-large' : 'internal-error')
    const [first, ...rest] = this.given
    this.given = []
    void this.close()
    if (first) {
      this.wide = true
      this.give(first)
    }
    this.reports.back(rest)
  }

  /** A worker that hangs or fell over is ended and its file reported; those behind it go to another. */
  private giveUp(code: ProblemCode): void {
    const [first, ...rest] = this.given
    this.given = []
    void this.close()
    this.reports.back(rest)
    if (first) this.reports.failed(first, code)
  }
}
