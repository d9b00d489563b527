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
  let waited = 0
  for (let time = 0; time < longest && !isOver(last.state); time += tick) {
    await sleep(tick, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const now = await readJob(database, asker, last.id)
    waited = now.changed === last.changed ? waited + tick : 0
    if (now.changed !== last.changed) yield now
    else if (waited >= quiet) {
      waited = 0
      yield undefined
    }
    last = now
  }
}
