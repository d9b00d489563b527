import type { PoolClient } from 'pg'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { refreshWorkCounts } from '../counts/work-counts.ts'
import { inDivision } from '../in-division.ts'
import type { Author } from '../log/log-entries.ts'
import type { Database } from '../open-database.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type MergeCounts, mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import { type LedgerScope } from '../tables/scope-of-ledger.ts'
import { stageOf, stageRows } from '../tables/stage-rows.ts'
import { refusedByDatabase } from './refused-by-database.ts'
import { saveHead } from './save-head.ts'

/** What became of each list of a ledger. */
export type SavedLedger = Readonly<Record<LedgerList, MergeCounts>>

/** The ledger of a division, department and year. */
export function scopeOf({ division, department, year }: Ledger): LedgerScope {
  return { division: division.code, department: department.id, year }
}

/**
 * Stores a ledger as it is: entries it no longer has are removed, the others matched by their keys. All or nothing;
 * every change goes into the log under the author's name. Saving the same ledger again changes nothing.
 * throws   StorageProblem
 */
export async function saveLedger(database: Database, ledger: Ledger, author: Author): Promise<SavedLedger> {
  const scope = scopeOf(ledger)
  const saved: Partial<Record<LedgerList, MergeCounts>> = {}
  await inDivision(database, scope.division, async (client) => {
    await saveHead(client, ledger, author)
    await lockForEditing(client, scope)
    for (const list of Object.keys(ledgerTables) as LedgerList[])
      saved[list] = await saveList(client, scope, list, entriesOf(ledger, list), author)
    const touched = [saved.workRecords, saved.workKinds].some(
      (counts) => counts && counts.new + counts.changed + counts.removed > 0,
    )
    if (touched) await refreshWorkCounts(client, scope)
    // References between the lists are checked here, not row by row.
    await client.query('set constraints all immediate')
  }).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  return saved as SavedLedger
}

async function saveList(
  client: PoolClient,
  scope: LedgerScope,
  list: LedgerList,
  entries: readonly unknown[],
  author: Author,
): Promise<MergeCounts> {
  const table = ledgerTables[list] as unknown as LedgerTable<never>
  const staged = await stageRows(client, table, entries as readonly never[])
  if (list === 'payments' || list === 'workRecords') await refuseUnknown(client, table, scope, stageOf(table))
  return mergeRows(client, table, scope, staged, { author, whole: true })
}

function entriesOf(ledger: Ledger, list: LedgerList): readonly unknown[] {
  return list === 'organisations' ? [ledger.department, ...ledger.units] : ledger[list]
}
