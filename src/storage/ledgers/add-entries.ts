import { refreshWorkCounts } from '../counts/work-counts.ts'
import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { type LedgerScope } from '../tables/scope-of-ledger.ts'
import { stageOf, stageRows } from '../tables/stage-rows.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import type { EntryOf } from './edit-entry.ts'
import { refusedByDatabase } from './refused-by-database.ts'

/**
 * Adds entries to one list, all or none, each with its line in the log. One that is stored already just so is no fault.
 * throws   StorageProblem, key-repeated where a key is stored with something else
 */
export function addEntries<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  entries: readonly EntryOf<L>[],
  who: string,
): Promise<void> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  const plain = table as unknown as LedgerTable<never>
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const staged = await stageRows(client, table, entries)
    if (list === 'payments' || list === 'workRecords') await refuseUnknown(client, plain, scope, stageOf(table))
    const { changed } = await mergeRows(client, plain, scope, staged, { author: { who }, whole: false })
    if (changed > 0) throw new StorageProblem('key-repeated', table.what)
    if (list === 'workRecords' || list === 'workKinds') await refreshWorkCounts(client, scope)
    await client.query('set constraints all immediate')
  }).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
}
