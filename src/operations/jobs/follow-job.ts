import { setTimeout as sleep } from 'node:timers/promises'
import { type Job, isOver } from '#domain/jobs/job.ts'
import type { Database } from '#storage/open-database.ts'
import type { Asker } from './asker.ts'
import { readJob } from './own-jobs.ts'

const tick = 300
const quiet = 15_000
/** How long one is followed at a time: who asks again shows who they are again. */
const longest = 5 * 60_000

/**
 * A job as it is now, and again at each change until it is over; undefined now and then when nothing changes, so that
 * the line stays open. Ends early after five minutes.
 */
export async function* followJob(
  database: Database,
  asker: Asker,
  first: Job,
  signal: AbortSignal,
): AsyncGenerator<Job | undefined> {
  yield first
  let last = first
  const begun = performance.now()
  let told = begun
  // Asking takes its time too: what counts is how long nothing was said.
  while (performance.now() - begun < longest && !isOver(last.state)) {
    await sleep(tick, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const now = await readJob(database, asker, last.id)
    const isNews = now.changed !== last.changed
    if (isNews || performance.now() - told >= quiet) {
      told = performance.now()
      yield isNews ? now : undefined
    }
    last = now
  }
}
