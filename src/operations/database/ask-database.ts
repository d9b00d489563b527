import type { Database } from '#storage/open-database.ts'
import { storageProblemOf } from '#storage/storage-problem.ts'
import { openOwnDatabase } from './database-place.ts'

/** What was asked of the database, or the sentence with which it refused. */
export type Asked<T> =
  | { readonly answer: T; readonly fault?: never }
  | { readonly answer?: never; readonly fault: string }

/** Opens this installation's database, asks it, and closes it again. A refusal is a fault, never thrown. */
export async function askDatabase<T>(ask: (database: Database) => Promise<T>): Promise<Asked<T>> {
  try {
    const database = await openOwnDatabase()
    try {
      return { answer: await ask(database) }
    } finally {
      await database.close()
    }
  } catch (error) {
    const problem = storageProblemOf(error)
    if (!problem) throw error
    return { fault: problem.message }
  }
}
