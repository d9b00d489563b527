import { AuditThread, type Given } from './audit-thread.ts'
import { type Audited, type Task, type Wish, failedTask } from './audited.ts'
import type { Gathered } from './gather-files.ts'

/**
 * jobs        threads, at least 1
 * timeout     milliseconds one file may take
 * heap        megabytes a thread may hold before a file gets one of its own
 * onProgress  called with how many files are done
 */
export type PoolOptions = Wish & {
  readonly jobs: number
  readonly timeout: number
  readonly heap?: number
  readonly onProgress?: (done: number) => void
}

/** Outcomes wait for their turn behind a slow file: no new file is begun while so many, or so much, is waiting. */
const mostWaiting = 1000
const mostWaitingBytes = 32 * 1024 * 1024

/** Threads that audit files; outcomes are asked for by the file's place in the list. Close it when done. */
export class AuditPool {
  private readonly files: readonly Gathered[]
  private readonly options: PoolOptions
  private readonly threads: readonly AuditThread[]
  private readonly outcomes = new Map<number, Audited>()
  /** Files that were behind one that broke their thread: they go first. */
  private readonly again: Given[] = []
  private next = 0
  private done = 0
  private waiting = 0
  private wake = (): void => {}

  constructor(files: readonly Gathered[], options: PoolOptions) {
    this.files = files
    this.options = options
    const jobs = Math.min(options.jobs, files.length)
    this.threads = Array.from(
      { length: jobs },
      () =>
        new AuditThread(options, {
          done: (at, outcome) => this.keep(at, outcome),
          failed: ({ at, task }, code) => this.keep(at, failedTask(task, code)),
          back: (given) => {
            this.again.push(...given)
            this.handOut()
          },
        }),
    )
    this.handOut()
  }

  /** The outcome of file `at`, when it is there; undefined when the signal has been aborted first. */
  async outcome(at: number, signal: AbortSignal | undefined): Promise<Audited | undefined> {
    while (!this.outcomes.has(at)) {
      if (signal?.aborted) return undefined
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
    const outcome = this.outcomes.get(at)!
    this.outcomes.delete(at)
    this.waiting -= sizeOf(outcome)
    this.handOut()
    return outcome
  }

  /** Lets a waiting `outcome` look again: called on abort. */
  stir(): void {
    this.wake()
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()))
  }

  private task(at: number): Task {
    const { level, format, colour = false, pack } = this.options
    return { file: this.files[at]!, level, format, colour, ...(pack === undefined ? {} : { pack }) }
  }

  private keep(at: number, outcome: Audited): void {
    this.outcomes.set(at, outcome)
    this.waiting += sizeOf(outcome)
    this.options.onProgress?.(++this.done)
    this.handOut()
    this.wake()
  }

  /** First a file for every thread; then one more to have at hand, while there is more than enough for all. */
  private handOut(): void {
    for (const files of [1, 2] as const)
      for (const thread of this.threads) {
        if (!thread.room(files) || (files === 2 && this.left() <= this.threads.length)) continue
        const given = this.following()
        if (!given) return
        thread.give(given)
      }
  }

  private left(): number {
    return this.again.length + this.files.length - this.next
  }

  private following(): Given | undefined {
    if (this.again.length > 0) return this.again.shift()
    if (this.next >= this.files.length) return undefined
    if (this.outcomes.size >= mostWaiting || this.waiting >= mostWaitingBytes) return undefined
    const at = this.next++
    return { at, task: this.task(at) }
  }
}

function sizeOf({ printed, rendered }: Audited): number {
  return printed.length * 2 + (rendered?.bytes.length ?? 0)
}
