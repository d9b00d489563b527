import type { PoolClient } from 'pg'
import type { Database, Within } from './open-database.ts'
import { StorageProblem } from './storage-problem.ts'

/** A transaction that is under way inside a division. */
export type Transaction = PoolClient

export type Confined = Pick<Database, 'pool' | 'within'>

/**
 * Runs work in one transaction as the application role, which sees and writes the rows of one division only, and where
 * the database is confined to a department of that department only; of jobs, those of the account it is confined to; of ledgers, those whose
 * set stands where the person may see it, or was given to them. What throws undoes everything.
 *
 * snapshot   reads see one moment throughout, and nothing may be written
 * throws     StorageProblem ledger-missing for a division the database is not confined to: it is as if it were not there
 */
export function inDivision<T>(
  database: Confined,
  division: string,
  work: (client: PoolClient) => Promise<T>,
  options: { readonly snapshot?: boolean } = {},
): Promise<T> {
  return transacted(database, division, async (client, within) => {
    await client.query(opening(client, within, options.snapshot === true))
    const result = await work(client)
    await client.query('commit')
    return result
  })
}

/** Gives a connection to `run`, which begins a transaction and ends it; what throws undoes everything. */
export async function transacted<T>(
  { pool, within }: Confined,
  division: string,
  run: (client: PoolClient, within: Within) => Promise<T>,
): Promise<T> {
  if (within && within.division !== division) throw new StorageProblem('ledger-missing', division)
  const client = await pool.connect()
  let broken: Error | undefined
  // A server that goes away while a statement runs is told by that statement; between statements, by this.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    return await run(client, { division, ...within })
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
export function opening(client: PoolClient, within: Within, isSnapshot: boolean): string {
  const calls = Object.entries(settingsOf(within)).map(([name, value]) => {
    return `set_config(${client.escapeLiteral(name)}, ${client.escapeLiteral(value)}, true)`
  })
  const begin = isSnapshot ? 'begin isolation level repeatable read read only' : 'begin'
  return `${begin}; set local role jiheng_application; select ${calls.join(', ')}`
}

/** What the policies of the tables ask for, and how values are printed: the same names in the same order for everyone. */
export function settingsOf({ division, department = '', account = '', stages = [], assignee = '' }: Within) {
  return {
    'jiheng.division': division,
    'jiheng.department': department,
    'jiheng.account': account,
    'jiheng.stages': stages.join(','),
    'jiheng.assignee': assignee,
    datestyle: 'ISO',
    timezone: 'UTC',
  }
}
