import type { PoolClient } from 'pg'
import type { Database } from './open-database.ts'
import { StorageProblem } from './storage-problem.ts'

/** A transaction that is under way inside a division. */
export type Transaction = PoolClient

/**
 * Runs work in one transaction as the application role, which sees and writes the rows of one division only, and where
 * the database is confined to a department of that department only; of jobs, those of the account it is confined to; of ledgers, those whose
 * set stands where the person may see it, or was given to them. What throws undoes everything.
 *
 * snapshot   reads see one moment throughout, and nothing may be written
 * throws     StorageProblem ledger-missing for a division the database is not confined to: it is as if it were not there
 */
export async function inDivision<T>(
  database: Pick<Database, 'pool' | 'within'>,
  division: string,
  work: (client: PoolClient) => Promise<T>,
  options: { readonly snapshot?: boolean } = {},
): Promise<T> {
  const { within } = database
  if (within && within.division !== division) throw new StorageProblem('ledger-missing', division)
  const client = await database.pool.connect()
  let broken: Error | undefined
  // A server that goes away while a statement runs is told by that statement; between statements, by this.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    await client.query(opening(client, { division, ...within }, options.snapshot === true))
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** One round trip to the server for what stands before every piece of work. */
function opening(
  client: PoolClient,
  { division, department = '', account = '', stages = [], assignee = '' }: NonNullable<Database['within']>,
  isSnapshot: boolean,
): string {
  const settings = {
    'jiheng.division': division,
    'jiheng.department': department,
    'jiheng.account': account,
    'jiheng.stages': stages.join(','),
    'jiheng.assignee': assignee,
    datestyle: 'ISO',
    timezone: 'UTC',
  }
  const calls = Object.entries(settings).map(([name, value]) => {
    return `set_config(${client.escapeLiteral(name)}, ${client.escapeLiteral(value)}, true)`
  })
  const begin = isSnapshot ? 'begin isolation level repeatable read read only' : 'begin'
  return `${begin}; set local role jiheng_application; select ${calls.join(', ')}`
}
