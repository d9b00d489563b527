import type { PoolClient } from 'pg'
import { refreshWorkCounts } from '../counts/work-counts.ts'
import { inDivision } from '../in-division.ts'
import { logRemovedEntries } from '../log/log-entries.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import type { Cell } from '../tables/codec.ts'
import { type LedgerTable, selected } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { keyAmong, keysOf } from '../tables/row-sql.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { stageOf, stageRows } from '../tables/stage-rows.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import { refuseUsed } from './refuse-used.ts'
import { refusedByDatabase } from './refused-by-database.ts'

export type EntryOf<L extends LedgerList> = ReturnType<(typeof ledgerTables)[L]['fromCells']>

/**
 * What becomes of one entry: `edit` gets it as stored, or undefined, and gives it as it shall be, or undefined to take it
 * away. It may be asked again where entries edited beside it are refused.
 *
 * key     text of the table's key columns, in their order
 * place   where an entry that is not stored yet shall stand, once it stood there; absent: behind all others
 */
export type EntryEdit<L extends LedgerList = LedgerList> = {
  readonly key: readonly string[]
  readonly place?: number | undefined
  readonly edit: (
    stored: EntryOf<L> | undefined,
    client: PoolClient,
  ) => EntryOf<L> | undefined | Promise<EntryOf<L> | undefined>
}

/** The list of a ledger whose entries are edited in a transaction under way, and who edits it. */
type Desk<T> = {
  readonly client: PoolClient
  readonly scope: LedgerScope
  readonly table: LedgerTable<T>
  readonly who: string
}

/**
 * Edits entries of one list in one transaction, alone among its writers: a fault leaves all of them as they were. What
 * the database refuses is left out, the others are stored. Gives for each edit why it was refused, undefined where it is
 * stored. Whatever `edit` throws undoes everything.
 * throws   StorageProblem ledger-missing, ledger-locked
 */
export function editEntries<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  edits: readonly EntryEdit<L>[],
  who: string,
): Promise<readonly (StorageProblem | undefined)[]> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const refusals = await editApart({ client, scope, table, who }, edits)
    if (list === 'workRecords' || list === 'workKinds') await refreshWorkCounts(client, scope)
    return refusals
  })
}

/** Edits that are refused together are tried again half by half, until the one to blame stands alone. */
async function editApart<L extends LedgerList>(
  desk: Desk<EntryOf<L>>,
  edits: readonly EntryEdit<L>[],
): Promise<readonly (StorageProblem | undefined)[]> {
  const { client } = desk
  await client.query('savepoint edits')
  try {
    await editTogether(desk, edits)
    await client.query('release savepoint edits')
    return edits.map(() => undefined)
  } catch (error) {
    const refused = refusedByDatabase(error)
    if (!(refused instanceof StorageProblem)) throw error
    await client.query('rollback to savepoint edits; release savepoint edits')
    if (edits.length === 1) return [refused]
    const half = Math.ceil(edits.length / 2)
    return [...(await editApart(desk, edits.slice(0, half))), ...(await editApart(desk, edits.slice(half)))]
  }
}

async function editTogether<L extends LedgerList>(
  desk: Desk<EntryOf<L>>,
  edits: readonly EntryEdit<L>[],
): Promise<void> {
  const { client } = desk
  await client.query('set constraints all deferred')
  const keys = new Map(edits.map(({ key }) => [nameOf(key), key]))
  const stored = await storedEntries(desk, [...keys.values()])
  const now = new Map(stored)
  for (const { key, edit } of edits) {
    const next = await edit(now.get(nameOf(key)), client)
    if (next === undefined) now.delete(nameOf(key))
    else now.set(nameOf(key), next)
  }
  const gone = [...stored.keys()].filter((name) => !now.has(name)).map((name) => keys.get(name)!)
  if (gone.length > 0) await takeAway(desk, gone)
  const changed = [...now].filter(([name, entry]) => entry !== stored.get(name)).map(([, entry]) => entry)
  if (changed.length > 0) await store(desk, changed)
  const placed = edits.flatMap(({ key, place }) =>
    place === undefined || stored.has(nameOf(key)) ? [] : [{ key, place }],
  )
  if (placed.length > 0) await putInPlace(desk, placed)
  await client.query('set constraints all immediate')
}

function nameOf(key: readonly string[]): string {
  return key.join('\n')
}

async function storedEntries<T>(
  { client, scope, table }: Desk<T>,
  keys: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, T>> {
  const names = table.key.map((column) => `t."${column}"::text`).join(', ')
  const { rows } = await client.query<Cell[]>({
    text: `select ${names}, ${selected(table, 't')} from ${table.name} t where ${ofLedger('t')} and ${keyAmong(table, 4)}`,
    values: [...scopeValues(scope), ...keysOf(table, keys)],
    rowMode: 'array',
  })
  const width = table.key.length
  return new Map(
    rows.map((cells) => [nameOf(cells.slice(0, width) as string[]), table.fromCells(cells.slice(width))] as const),
  )
}

async function store<T>({ client, scope, table, who }: Desk<T>, entries: readonly T[]): Promise<void> {
  const plain = table as unknown as LedgerTable<never>
  const staged = await stageRows(client, table, entries)
  if (isLong(table)) await refuseUnknown(client, plain, scope, stageOf(table))
  await mergeRows(client, plain, scope, staged, { author: { who }, whole: false })
  await client.query(`drop table ${stageOf(table)}`)
}

async function takeAway<T>(
  { client, scope, table, who }: Desk<T>,
  keys: readonly (readonly string[])[],
): Promise<void> {
  const plain = table as unknown as LedgerTable<never>
  await refuseUsed(client, scope, plain, keys)
  await logRemovedEntries(client, plain, scope, { who }, keys)
  await client.query(`delete from ${table.name} t where ${ofLedger('t')} and ${keyAmong(table, 4)}`, [
    ...scopeValues(scope),
    ...keysOf(table, keys),
  ])
}

async function putInPlace<T>(
  { client, scope, table }: Desk<T>,
  placed: readonly { readonly key: readonly string[]; readonly place: number }[],
): Promise<void> {
  const arrays = table.key.map((_, index) => `$${index + 4}::text[]`).join(', ')
  const same = table.key.map((column, index) => `t."${column}"::text = w.k${index}`).join(' and ')
  const names = table.key.map((_, index) => `k${index}`).join(', ')
  const places = `$${table.key.length + 4}::bigint[]`
  await client.query(
    `update ${table.name} t set position = w.place from unnest(${arrays}, ${places}) w(${names}, place)
     where ${ofLedger('t')} and ${same}`,
    [
      ...scopeValues(scope),
      ...keysOf(
        table,
        placed.map(({ key }) => key),
      ),
      placed.map(({ place }) => place),
    ],
  )
}

function isLong(table: Pick<LedgerTable<never>, 'name'>): boolean {
  return table.name === 'payments' || table.name === 'work_records'
}
