import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Job, isOver } from '#domain/jobs/job.ts'
import { inDivision } from '#storage/in-division.ts'
import { jobsSeen } from '#storage/jobs/jobs-seen.ts'
import { type StoredJob, cancelJob, findJob, jobsOf } from '#storage/jobs/jobs-table.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { jobFolder } from '../database/tenant-folder.ts'
import { noteExport } from '../ledgers/ledger-desk.ts'
import { Refused } from '../refused.ts'
import { askedTogether } from '../together.ts'
import { type Asker, asAsker, shownJob } from './asker.ts'
import { resultName } from './job-task.ts'

/** The jobs one asked for, the newest first. */
export async function listJobs(database: Database, asker: Asker): Promise<Job[]> {
  const { division, account } = asker
  const jobs = await jobsOf(asAsker(database, asker), division, account)
  return jobs.map(shownJob)
}

const seen = askedTogether(jobsSeen)

/** What tells whether one's jobs are the same as before; those who ask at once are answered together, each by their rights. */
export function stampOfJobs(database: Database, { division, department, account }: Asker): Promise<string> {
  return seen(database, division, { account, ...(department === undefined ? {} : { department }) })
}

/** throws Refused entry-missing: not there, not one's own, or swept */
export async function readJob(database: Database, asker: Asker, id: string): Promise<Job> {
  return shownJob(await ownJob(database, asker, id))
}

/** Takes a job back: what it has done so far is undone. throws Refused entry-missing, step-refused */
export async function cancelOwnJob(database: Database, asker: Asker, id: string): Promise<Job> {
  const { division, owner } = asker
  const own = asAsker(database, asker)
  const job = await inDivision(own, division, (client) => cancelJob(client, { division, id }, '已取消。'))
  if (!job) {
    const { state } = await ownJob(database, asker, id)
    throw new Refused('step-refused', isOver(state) ? '这件任务已经结束，不能再取消。' : '正在存入，来不及取消了。')
  }
  // One that is under way is stopped by its runner, which clears up after it.
  if (job.attempt === 0) await rm(jobFolder(owner, id), { recursive: true, force: true })
  return shownJob(job)
}

/** The file that came of a job, as a stream; that it was taken out is logged. throws Refused entry-missing, file-missing */
export async function fetchResult(
  database: Database,
  asker: Asker,
  id: string,
): Promise<{ readonly name: string; readonly size: number; readonly stream: Readable }> {
  const job = await ownJob(database, asker, id)
  const path = join(jobFolder(asker.owner, id), resultName)
  const found = await stat(path).catch(() => undefined)
  if (!job.result || !found) throw new Refused('file-missing', '这件任务没有可以下载的文件，可能还没做完，或已过期。')
  const { scope } = job.input as { readonly scope?: LedgerScope }
  if (scope) await noteExport(asAsker(database, asker), scope, asker.who, job.result.name)
  return { name: job.result.name, size: found.size, stream: createReadStream(path) }
}

async function ownJob(database: Database, asker: Asker, id: string): Promise<StoredJob> {
  const { division, account } = asker
  const job = await inDivision(asAsker(database, asker), division, (client) => findJob(client, { division, id }))
  if (!job || job.account !== account) throw new Refused('entry-missing', '没有这件任务，可能已过期，请刷新后再看。')
  return job
}
