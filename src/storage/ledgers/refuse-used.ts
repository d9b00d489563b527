import type { PoolClient } from 'pg'
import { StorageProblem } from '../storage-problem.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** Where lists without foreign keys name an entry of another. */
const users: Record<string, readonly (readonly [table: string, column: string])[]> = {
  organisations: [
    ['payments', 'organisation'],
    ['work_records', 'organisation'],
  ],
  projects: [
    ['payments', 'project'],
    ['main_tasks', 'projects'],
  ],
  work_kinds: [['work_records', 'kind']],
}

/** Refuses to take away entries that others name. throws StorageProblem entry-used with the first of them */
export async function refuseUsed(
  client: PoolClient,
  scope: LedgerScope,
  table: LedgerTable<never>,
  keys: readonly (readonly string[])[],
): Promise<void> {
  const ids = keys.map(([id = '']) => id)
  for (const [name, column] of users[table.name] ?? []) {
    const names = column === 'projects' ? `w.id = any(t."projects")` : `t."${column}" = w.id`
    const { rows } = await client.query<{ id: string }>(
      `select w.id from unnest($4::text[]) w(id) where exists (select from ${name} t where ${ofLedger('t')} and ${names}) limit 1`,
      [...scopeValues(scope), ids],
    )
    if (rows[0]) throw new StorageProblem('entry-used', `${table.what} ${rows[0].id}`)
  }
}
