import type { PoolClient } from 'pg'
import { refreshWorkCounts } from '../counts/work-counts.ts'
import { inDivision } from '../in-division.ts'
import { logRemovedEntry } from '../log/log-entries.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import type { Cell } from '../tables/codec.ts'
import { type LedgerTable, selected } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { stageOf, stageRows } from '../tables/stage-rows.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import { refusedByDatabase } from './refused-by-database.ts'

export type EntryOf<L extends LedgerList> = ReturnType<(typeof ledgerTables)[L]['fromCells']>

/** Which entry of which list: `key` holds the text of the table's key columns, in their order. */
export type EntryKey<L extends LedgerList = LedgerList> = { readonly list: L; readonly key: readonly string[] }

/**
 * Changes one entry of a stored ledger, alone among its writers: `edit` gets the entry as stored, or undefined, and
 * gives it as it shall be, or undefined to take it away. Whatever `edit` throws undoes everything.
 * throws   StorageProblem
 */
export function editEntry<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  { list, key }: EntryKey<L>,
  who: string,
  edit: (
    stored: EntryOf<L> | undefined,
    client: PoolClient,
  ) => EntryOf<L> | undefined | Promise<EntryOf<L> | undefined>,
): Promise<EntryOf<L> | undefined> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const stored = await storedEntry(client, scope, table, key)
    const next = await edit(stored, client)
    if (next !== undefined) await storeOne(client, scope, table, next, who)
    else if (stored !== undefined) await removeOne(client, scope, table as unknown as LedgerTable<never>, key, who)
    if (list === 'workRecords' || list === 'workKinds') await refreshWorkCounts(client, scope)
    await client.query('set constraints all immediate')
    return next
  }).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
}

async function storedEntry<T>(
  client: PoolClient,
  scope: LedgerScope,
  table: LedgerTable<T>,
  key: readonly string[],
): Promise<T | undefined> {
  const { rows } = await client.query<Cell[]>({
    text: `select ${selected(table, 't')} from ${table.name} t where ${ofLedger('t')} and ${isKey(table)}`,
    values: [...scopeValues(scope), ...key],
    rowMode: 'array',
  })
  return rows[0] && table.fromCells(rows[0])
}

async function storeOne<T>(
  client: PoolClient,
  scope: LedgerScope,
  table: LedgerTable<T>,
  entry: T,
  who: string,
): Promise<void> {
  const plain = table as unknown as LedgerTable<never>
  const staged = await stageRows(client, table, [entry])
  if (isLong(table)) await refuseUnknown(client, plain, scope, stageOf(table))
  await mergeRows(client, plain, scope, staged, { author: { who }, whole: false })
}

async function removeOne(
  client: PoolClient,
  scope: LedgerScope,
  table: LedgerTable<never>,
  key: readonly string[],
  who: string,
): Promise<void> {
  await refuseUsed(client, scope, table, key)
  await logRemovedEntry(client, table, scope, { who }, key)
  await client.query(`delete from ${table.name} t where ${ofLedger('t')} and ${isKey(table)}`, [
    ...scopeValues(scope),
    ...key,
  ])
}

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

async function refuseUsed(
  client: PoolClient,
  scope: LedgerScope,
  table: LedgerTable<never>,
  [id = '']: readonly string[],
): Promise<void> {
  for (const [name, column] of users[table.name] ?? []) {
    const { rowCount } = await client.query(
      `select from ${name} t where ${ofLedger('t')} and ${column === 'projects' ? '$4 = any(t."projects")' : `t."${column}" = $4`} limit 1`,
      [...scopeValues(scope), id],
    )
    if (rowCount) throw new StorageProblem('entry-used', `${table.what} ${id}`)
  }
}

/** SQL: an entry t has the key $4, $5 … */
export function isKey(table: Pick<LedgerTable<never>, 'key'>): string {
  return table.key.map((column, index) => `t."${column}"::text = $${index + 4}`).join(' and ')
}

function isLong(table: Pick<LedgerTable<never>, 'name'>): boolean {
  return table.name === 'payments' || table.name === 'work_records'
}
