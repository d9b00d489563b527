import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inDivision } from '#storage/in-division.ts'
import {
  type AttemptEnd,
  type JobRef,
  type StoredJob,
  endAttempt,
  findJob,
  giveUpJob,
  handBack,
  saveProgress,
  startAttempt,
} from '#storage/jobs/jobs-table.ts'
import type { Database } from '#storage/open-database.ts'
import { jobFolder } from '../database/tenant-folder.ts'
import { ownerOf } from './asker.ts'
import type { JobEnd } from './job-task.ts'
import { type JobThread, startThread } from './start-thread.ts'

/** Milliseconds between two looks at how far a job is and whether it is still wanted. */
const tick = 400
/** Times a job may break, and times the program may be killed at it: a kill is seldom the job's own fault. */
const mostFailures = 3
const mostLost = 5
export const givenUp = '机器几次都没有做完，请稍后重新提交。'
const said = { begun: '正在准备', lost: '程序中断过，从头接着做' }

/**
 * Does a job of the queue once. Nothing happens for one that is over; one whose work is stored already is only ended.
 *
 * signal   the program stops: the job is handed back
 * throws   when it has to be tried again: after a failure of its own three times in all, after a stop as often as needed
 */
export async function runJob(database: Database, ref: JobRef, signal: AbortSignal): Promise<void> {
  const job = await inDivision(database, ref.division, (client) => startAttempt(client, ref, said))
  if (!job) return clearIfCancelled(database, ref)
  if (job.lost >= mostLost)
    return giveUp(database, job, `程序在做这件任务时中断了${job.lost}次，没有再试，请拆小后重新提交。`)
  const owner = ownerOf(job)
  const folder = jobFolder(owner, job.id)
  if (job.committed) return finish(database, job, folder, { is: 'done', sentence: '已导入。' })
  const thread = startThread({ job: plainJob(job), folder, owner })
  try {
    const end = await watch(database, job, thread, signal)
    if (end) await finish(database, job, folder, end)
    else {
      await thread.stop()
      await clearIfCancelled(database, job)
    }
  } finally {
    await thread.stop()
  }
}

/** Stores how far the job is until it ends; undefined when it is not wanted any more. */
async function watch(
  database: Database,
  job: StoredJob,
  thread: JobThread,
  signal: AbortSignal,
): Promise<JobEnd | undefined> {
  for (;;) {
    const end = await Promise.race([thread.end, sleep(tick, undefined, { signal }).catch(() => undefined)])
    const news = thread.news()
    const isWanted = await inDivision(database, job.division, (client) => saveProgress(client, job, news))
    if (!isWanted) return undefined
    if (end) return end
    if (signal.aborted) {
      await thread.stop()
      await inDivision(database, job.division, (client) =>
        handBack(client, job, { sentence: '程序正在重新启动，稍后接着做。', broke: false }),
      )
      throw new Error('the program stops')
    }
  }
}

async function finish(database: Database, job: StoredJob, folder: string, end: JobEnd): Promise<void> {
  if (end.is === 'broken') {
    if (job.failures + 1 >= mostFailures) return giveUp(database, job, givenUp)
    await inDivision(database, job.division, (client) =>
      handBack(client, job, { sentence: '机器没有做完，稍后自动再试。', broke: true }),
    )
    throw new Error(end.reason)
  }
  const { sentence, outcome = {} } = end
  const isDone = end.is === 'done'
  const said: AttemptEnd = {
    state: isDone ? 'done' : 'failed',
    sentence,
    outcome,
    ...(isDone && end.result ? { result: end.result } : {}),
  }
  const isKept = await inDivision(database, job.division, (client) => endAttempt(client, job, said))
  if (!isKept) return clearIfCancelled(database, job)
  await rm(isDone ? join(folder, 'in') : folder, { recursive: true, force: true })
}

function giveUp(database: Database, job: StoredJob, sentence: string): Promise<void> {
  return inDivision(database, job.division, (client) => giveUpJob(client, job, sentence))
}

/** Another attempt may be at work in the same folder: then it stays. */
async function clearIfCancelled(database: Database, ref: JobRef): Promise<void> {
  const job = await inDivision(database, ref.division, (client) => findJob(client, ref))
  if (job?.state === 'cancelled') await rm(jobFolder(ownerOf(job), job.id), { recursive: true, force: true })
}

/** What the thread is told of a job. */
function plainJob({ division, id, attempt, department, account, who, kind, input }: StoredJob) {
  return { division, id, attempt, account, who, kind, input, ...(department === undefined ? {} : { department }) }
}
