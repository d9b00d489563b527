import type { PoolClient } from 'pg'
import { StorageProblem } from '../storage-problem.ts'
import type { Cell } from './codec.ts'
import type { LedgerTable } from './ledger-table.ts'
import { type LedgerScope, ofLedger, scopeValues } from './scope-of-ledger.ts'

/** A column that names an entry of another list by its id. */
type Reference = { readonly column: string; readonly list: string; readonly what: string }

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
  for (const reference of referencesOf(table)) {
    const ids = `(select s."${reference.column}" as id from ${from} s where s."${reference.column}" is not null)`
    await refuseIds(client, table, reference, ids, scopeValues(scope))
  }
}

/** As many ids of one column as are remembered. */
const mostRemembered = 10_000

/**
 * The same for entries that go by on their way to the table: what they name is remembered, so that nobody has to look
 * through a million rows for it. Where they name too much to remember, the rows are looked through after all.
 */
export function watchReferences(table: LedgerTable<never>): {
  see(cells: readonly Cell[]): void
  refuse(client: PoolClient, scope: LedgerScope, from: string): Promise<void>
} {
  const watched = referencesOf(table).map((reference) => ({
    reference,
    at: table.columns.findIndex(({ name }) => name === reference.column),
    ids: new Set<string>(),
  }))
  return {
    see(cells) {
      for (const { at, ids } of watched) {
        const id = cells[at]
        if (id !== null && id !== undefined && ids.size <= mostRemembered) ids.add(id)
      }
    },
    async refuse(client, scope, from) {
      if (watched.some(({ ids }) => ids.size > mostRemembered)) return refuseUnknown(client, table, scope, from)
      for (const { reference, ids } of watched) {
        if (ids.size === 0) continue
        await refuseIds(client, table, reference, 'unnest($4::text[])', [...scopeValues(scope), [...ids]])
      }
    },
  }
}

function referencesOf(table: LedgerTable<never>): Reference[] {
  const references = [
    { column: 'organisation', list: 'organisations', what: '单位' },
    { column: 'project', list: 'projects', what: '项目' },
    ...(table.name === 'work_records' ? [{ column: 'kind', list: 'work_kinds', what: '台账' }] : []),
  ]
  return references.filter(({ column }) => table.columns.some(({ name }) => name === column))
}

/** Names the first five of some ids, an SQL table of them, that the list does not hold. */
async function refuseIds(
  client: PoolClient,
  table: LedgerTable<never>,
  { list, what }: Reference,
  ids: string,
  values: unknown[],
): Promise<void> {
  const { rows: unknown } = await client.query<{ id: string }>(
    `select distinct s.id from ${ids} s(id) where not exists (select from ${list} t where ${ofLedger('t')} and t.id = s.id)
     order by 1 limit 5`,
    values,
  )
  if (unknown.length === 0) return
  throw new StorageProblem('reference-unknown', `${table.what}：${what} ${unknown.map(({ id }) => id).join('、')}`)
}
