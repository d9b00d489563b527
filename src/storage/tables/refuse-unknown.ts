import type { PoolClient } from 'pg'
import { StorageProblem } from '../storage-problem.ts'
import type { LedgerTable } from './ledger-table.ts'
import { type LedgerScope, ofLedger, scopeValues } from './scope-of-ledger.ts'

/**
 * Refuses entries that name an organisation, project or kind of work ledger the ledger does not hold: for the tables that
 * grow to millions of rows and have no foreign keys. To be asked when those lists are stored. `from`: where the entries
 * are, staged or stored.
 */
export async function refuseUnknown(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  from: string,
): Promise<void> {
  const references = [
    { column: 'organisation', list: 'organisations', what: '单位' },
    { column: 'project', list: 'projects', what: '项目' },
    ...(table.name === 'work_records' ? [{ column: 'kind', list: 'work_kinds', what: '台账' }] : []),
  ]
  for (const { column, list, what } of references) {
    if (!table.columns.some(({ name }) => name === column)) continue
    const { rows: unknown } = await client.query<{ id: string }>(
      `select distinct s."${column}" as id from ${from} s where s."${column}" is not null
         and not exists (select from ${list} t where ${ofLedger('t')} and t.id = s."${column}") order by 1 limit 5`,
      scopeValues(scope),
    )
    if (unknown.length === 0) continue
    throw new StorageProblem('reference-unknown', `${table.what}：${what} ${unknown.map(({ id }) => id).join('、')}`)
  }
}
