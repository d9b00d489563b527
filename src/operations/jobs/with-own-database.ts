import { type Database, confined } from '#storage/open-database.ts'
import { openOwnDatabase } from '../database/database-place.ts'
import type { JobTask } from './job-task.ts'

/** Works on the database as far as who asked for the job may, over connections of the thread's own. */
export async function withOwnDatabase<T>({ job }: JobTask, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openOwnDatabase()
  try {
    const { division, department, account } = job
    return await work(confined(database, { division, account, ...(department === undefined ? {} : { department }) }))
  } finally {
    await database.close()
  }
}
