import type { Database } from '../open-database.ts'

/** Takes away the jobs of every division that ended before a time, ISO; gives how many. */
export async function removeOldJobs({ pool }: Pick<Database, 'pool'>, before: string): Promise<number> {
  const { rowCount } = await pool.query('delete from jobs where ended < $1', [before])
  return rowCount ?? 0
}
