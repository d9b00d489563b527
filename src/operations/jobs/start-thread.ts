import { Worker } from 'node:worker_threads'
import type { Progress } from '#storage/jobs/jobs-table.ts'
import type { JobEnd, JobTask } from './job-task.ts'

/**
 * An attempt on a thread of its own, so that a heavy job holds up nobody's answer and one that is not wanted any more
 * can be stopped at once: its connections to the database break, and what it had begun there is undone.
 *
 * news   what it said last, once
 * end    how it ended; never rejects
 */
export type JobThread = {
  news(): Progress | undefined
  readonly end: Promise<JobEnd>
  stop(): Promise<void>
}

type Said = { readonly progress?: Progress; readonly end?: JobEnd }

export function startThread(task: JobTask): JobThread {
  const worker = new Worker(new URL('./job-thread.ts', import.meta.url), { workerData: task })
  let last: Progress | undefined
  const end = new Promise<JobEnd>((resolve) => {
    worker.on('message', (said: Said) => {
      if (said.progress) last = said.progress
      if (said.end) resolve(said.end)
    })
    worker.on('error', (error: Error) => resolve({ is: 'broken', reason: error.stack ?? error.message }))
    worker.on('exit', (code) => resolve({ is: 'broken', reason: `the thread ended with ${code}` }))
  })
  return {
    news() {
      const news = last
      last = undefined
      return news
    },
    end,
    async stop() {
      await worker.terminate()
    },
  }
}
