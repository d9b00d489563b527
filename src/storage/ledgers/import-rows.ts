import { inDivision } from '../in-division.ts'
import type { Author } from '../log/log-entries.ts'
import type { Database } from '../open-database.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type MergeCounts, mergeRows } from '../tables/merge-rows.ts'
import { refuseUnknown } from '../tables/refuse-unknown.ts'
import { type LedgerScope, lockLedger } from '../tables/scope-of-ledger.ts'
import { stageRows } from '../tables/stage-rows.ts'
import { refusedByDatabase } from './refused-by-database.ts'

type EntryOf<L extends LedgerList> = ReturnType<(typeof ledgerTables)[L]['fromCells']>

/**
 * Adds entries to one list of a stored ledger, or changes those with the same key; others stay as they are. All or
 * nothing: when the entries' source throws, or one of them is refused, nothing is stored. Entries may be millions:
 * they are taken as they come.
 * throws   StorageProblem; whatever the source throws
 */
export async function importRows<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  entries: Iterable<EntryOf<L>> | AsyncIterable<EntryOf<L>>,
  author: Author,
): Promise<MergeCounts> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  return inDivision(database, scope.division, async (client) => {
    await lockLedger(client, scope)
    const staged = await stageRows(client, table, entries)
    const anyTable = table as unknown as LedgerTable<never>
    if (list === 'payments' || list === 'workRecords') await refuseUnknown(client, anyTable, scope)
    const counts = await mergeRows(client, anyTable, scope, staged, { author, whole: false })
    await client.query('set constraints all immediate')
    return counts
  }).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
}
