import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { removeOldJobs } from '#storage/jobs/sweep-jobs.ts'
import type { Database } from '#storage/open-database.ts'
import { jobsFolder } from '../database/tenant-folder.ts'

/** Days a finished job and its files are kept. */
export const keptDays = 7
const day = 86_400_000
const isJob = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes away jobs that ended more than seven days before `now`, and folders nothing was written to for so long. */
export async function sweepJobs(database: Database, now: Date): Promise<void> {
  const before = now.getTime() - keptDays * day
  await removeOldJobs(database, new Date(before).toISOString())
  const folder = jobsFolder()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter(({ name }) => isJob.test(name))) {
    const path = join(entry.parentPath, entry.name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}
