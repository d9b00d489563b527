import { accountById } from '#storage/accounts/accounts.ts'
import { type Database, confined } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import { withinOf } from '../accounts/within-of.ts'
import { openOwnDatabase } from '../database/database-place.ts'
import type { JobTask } from './job-task.ts'

/**
 * Works on the database as far as who asked for the job may now, over connections of the thread's own.
 * throws   StorageProblem ledger-missing when their account is gone
 */
export async function withOwnDatabase<T>({ job }: JobTask, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openOwnDatabase()
  try {
    const asker = await accountById(database, job.division, job.account)
    if (!asker) throw new StorageProblem('ledger-missing', job.division)
    return await work(confined(database, withinOf(asker)))
  } finally {
    await database.close()
  }
}
