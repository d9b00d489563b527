import { inDivision } from '#storage/in-division.ts'
import { type JobQueue, openJobQueue } from '#storage/jobs/job-queue.ts'
import { giveUpJob } from '#storage/jobs/jobs-table.ts'
import type { Database } from '#storage/open-database.ts'
import { givenUp, runJob } from './run-job.ts'
import { sweepJobs } from './sweep-jobs.ts'

/** The database and the queue in it, at work. */
export type OpenDesk = { readonly database: Database; readonly queue: JobQueue }

/**
 * Jobs of a server.
 *
 * open    the desk at work; rejects as the database does
 * close   takes no more jobs, lets those under way end or hands them back
 */
export type JobDesk = { open(): Promise<OpenDesk>; close(): Promise<void> }

const hour = 3_600_000

/** Begins to work as soon as the database is open. `onError` hears what the queue could not do, and tries again. */
export function openJobDesk(database: () => Promise<Database>, onError: (error: Error) => void): JobDesk {
  const underWay = new Set<Promise<void>>()
  let sweeps: NodeJS.Timeout | undefined
  const start = async (): Promise<OpenDesk> => {
    const opened = await database()
    const queue = await openJobQueue(opened, {
      async run(job, signal) {
        const running = runJob(opened, job, signal)
        underWay.add(running)
        try {
          await running
        } finally {
          underWay.delete(running)
        }
      },
      giveUp: (job) => inDivision(opened, job.division, (client) => giveUpJob(client, job, givenUp)),
      onError,
    })
    const sweep = () => void sweepJobs(opened, new Date()).catch(onError)
    sweep()
    sweeps = setInterval(sweep, hour).unref()
    return { database: opened, queue }
  }
  const opening = start()
  opening.catch(() => {})
  return {
    open: () => opening,
    async close() {
      const desk = await opening.catch(() => undefined)
      clearInterval(sweeps)
      await desk?.queue.close()
      // What was handed back has still to be put down.
      await Promise.allSettled(underWay)
    },
  }
}
