import type { PoolClient } from 'pg'
import { refreshWorkCounts } from '../counts/work-counts.ts'
import { inDivision } from '../in-division.ts'
import type { Author } from '../log/log-entries.ts'
import { type Change, changeColumns } from '../log/read-log.ts'
import type { Database } from '../open-database.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type MergeCounts, mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { type OutcomeSink, listFilled, listStaged } from '../tables/list-outcomes.ts'
import { fillRows } from '../tables/fill-rows.ts'
import { type Entries, stageOf, stageRows, takeUnstated } from '../tables/stage-rows.ts'
import { refusedByDatabase } from './refused-by-database.ts'

type EntryOf<L extends LedgerList> = ReturnType<(typeof ledgerTables)[L]['fromCells']>

/** What became of the entries, and the first changes among them, before and after. */
export type ImportedRows = MergeCounts & {
  readonly changes: readonly Change[]
  /** Of payments: what each project named in the ledger has been paid in all, 元 as decimals. */
  readonly paid: readonly { readonly project: string; readonly amount: string }[]
  /** Of records: how many of each kind repeat another of the year, with those that were stored before. */
  readonly repeated: readonly { readonly kind: string; readonly records: number }[]
}
const mostShown = 200

/**
 * `takes`: what an entry is taken for, by field, that states nothing and of which nothing is stored. `atEnd` runs in the transaction, the last thing before it is stored; `onOutcomes` is told of every entry what becomes of
 * it, some at a time. What they throw undoes everything.
 */
export type ImportRowsOptions = {
  readonly preview?: boolean
  readonly takes?: Readonly<Record<string, string>>
  readonly atEnd?: ((client: PoolClient) => Promise<void>) | undefined
  readonly onOutcomes?: OutcomeSink | undefined
}

/** Undoes a preview: it is thrown, and caught where it was. */
class Preview extends Error {
  readonly rows: ImportedRows
  constructor(rows: ImportedRows) {
    super('preview')
    this.rows = rows
  }
}

/**
 * Adds entries to one list of a stored ledger, or changes those with the same key; others stay as they are. All or
 * nothing: when the entries' source throws, or one of them is refused, nothing is stored. Entries may be millions:
 * they are taken as they come; of payments and records a blank leaves what is stored. `author` is asked when all have come. A preview does it all and undoes it.
 * throws   StorageProblem; whatever the source throws
 */
export async function importRows<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  entries: Entries<EntryOf<L>>,
  author: () => Author,
  { preview = false, takes = {}, atEnd, onOutcomes }: ImportRowsOptions = {},
): Promise<ImportedRows> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const anyTable = table as unknown as LedgerTable<never>
    const before = await lastLine(client, scope)
    const isLong = list === 'payments' || list === 'workRecords'
    const isEmpty = isLong && !(await holdsAny(client, anyTable, scope))
    const counts = isEmpty
      ? await fillRows(client, table, scope, entries, { author, takes })
      : await mergeEntries(client, table, scope, entries, { author, keep: isLong, takes, onOutcomes })
    if (isEmpty && onOutcomes) await listFilled(client, anyTable, scope, onOutcomes)
    if (list === 'workRecords') await refreshWorkCounts(client, scope)
    await client.query('set constraints all immediate')
    const changes = await changesSince(client, scope, before)
    const paid = list === 'payments' ? await paidByProject(client, scope) : []
    const repeated = list === 'workRecords' ? await repeatedByKind(client, scope) : []
    const rows = { ...counts, changes, paid, repeated }
    if (preview) throw new Preview(rows)
    await atEnd?.(client)
    return rows
  }).catch((error: unknown) => {
    if (error instanceof Preview) return error.rows
    throw refusedByDatabase(error)
  })
}

type MergeWays = {
  readonly author: () => Author
  readonly keep: boolean
  readonly takes: Readonly<Record<string, string>>
  readonly onOutcomes: OutcomeSink | undefined
}

async function mergeEntries<T>(
  client: PoolClient,
  table: LedgerTable<T>,
  scope: LedgerScope,
  entries: Entries<T>,
  { author, keep, takes, onOutcomes }: MergeWays,
): Promise<MergeCounts> {
  const staged = await stageRows(client, table, entries)
  const anyTable = table as unknown as LedgerTable<never>
  await takeUnstated(client, anyTable, scope, takes)
  await refuseUnknown(client, anyTable, scope, stageOf(anyTable))
  if (onOutcomes) await listStaged(client, anyTable, scope, keep, onOutcomes)
  return mergeRows(client, anyTable, scope, staged, { author: author(), whole: false, keep })
}

async function holdsAny(client: PoolClient, table: LedgerTable<never>, scope: LedgerScope): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from ${table.name} t where ${ofLedger('t')} limit 1`,
    scopeValues(scope),
  )
  return Boolean(rowCount)
}

async function paidByProject(client: PoolClient, scope: LedgerScope): Promise<ImportedRows['paid']> {
  const { rows } = await client.query<{ project: string; amount: string }>(
    `select project, sum(amount)::text as amount from payments t
     where ${ofLedger('t')} and project is not null group by project order by project`,
    scopeValues(scope),
  )
  return rows
}

async function repeatedByKind(client: PoolClient, scope: LedgerScope): Promise<ImportedRows['repeated']> {
  const { rows } = await client.query<{ kind: string; records: number }>(
    `select kind, max(repeated)::integer as records from work_counts c
     where ${ofLedger('c')} and repeated > 0 group by kind order by kind`,
    scopeValues(scope),
  )
  return rows
}

async function lastLine(client: PoolClient, { division }: LedgerScope): Promise<number> {
  const { rows } = await client.query<{ seq: number }>(
    'select coalesce(max(seq), 0) as seq from change_log where division = $1',
    [division],
  )
  return rows[0]?.seq ?? 0
}

async function changesSince(client: PoolClient, { division }: LedgerScope, seq: number): Promise<Change[]> {
  const { rows } = await client.query<Change>(
    `select ${changeColumns} from change_log where division = $1 and seq > $2 and action = 'change'
     order by seq limit ${mostShown}`,
    [division, seq],
  )
  return rows
}
