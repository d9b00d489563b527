import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job, JobKind } from '#domain/jobs/job.ts'
import { inDivision } from '#storage/in-division.ts'
import { addJob, openJobs } from '#storage/jobs/jobs-table.ts'
import { type LedgerScope, requireLedger } from '#storage/tables/scope-of-ledger.ts'
import { jobFolder } from '../database/tenant-folder.ts'
import { Refused } from '../refused.ts'
import { type Asker, asAsker, shownJob } from './asker.ts'
import type { OpenDesk } from './job-desk.ts'
import type { JobInputs } from './job-task.ts'
import { type IncomingFile, receiveUploads } from './receive-uploads.ts'

const mostOpen = 20
const limits = { mostFiles: 50, mostBytes: 500 * 1024 * 1024 }

/** What is asked for, without the files. */
export type JobWish = { [K in JobKind]: { readonly kind: K } & Omit<JobInputs[K], 'files'> }[JobKind]

/**
 * Takes a job on, with its files as they come: when this answers, it is stored and will be done.
 * throws   Refused too-many-requests, file-too-large, request-invalid; StorageProblem ledger-missing
 */
export async function askJob(
  { database, queue }: OpenDesk,
  asker: Asker,
  { kind, ...wish }: JobWish,
  incoming?: AsyncIterable<IncomingFile>,
): Promise<Job> {
  const { division, department, account, who, owner } = asker
  const own = asAsker(database, asker)
  await inDivision(own, division, async (client) => {
    if ('scope' in wish) await requireLedger(client, wish.scope as LedgerScope)
    if ((await openJobs(client, division, account)) >= mostOpen)
      throw new Refused('too-many-requests', `已有 ${mostOpen} 件任务没有做完，请等一等再试。`)
  })
  const id = randomUUID()
  const folder = jobFolder(owner, id)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const files = incoming ? await receiveUploads(join(folder, 'in'), incoming, limits) : []
    const input = incoming ? { ...wish, files } : wish
    const asked = { division, id, account, who, kind, input, total: files.length, sentence: '排队等候' }
    const job = await inDivision(own, division, async (client) => {
      const added = await addJob(client, { ...asked, ...(department === undefined ? {} : { department }) })
      await queue.send(client, { division, id }, `${division}/${account}`)
      return added
    })
    queue.wake()
    return shownJob(job)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
