import type { Ledger } from '#domain/ledger/ledger.ts'
import { inDivision } from '../in-division.ts'
import type { Author } from '../log/log-entries.ts'
import type { Database } from '../open-database.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type MergeCounts, mergeRows } from '../tables/merge-rows.ts'
import { type LedgerScope } from '../tables/scope-of-ledger.ts'
import { stageRows } from '../tables/stage-rows.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'
import { readLedger } from './load-ledger.ts'
import { refusedByDatabase } from './refused-by-database.ts'

type Lists = Exclude<LedgerList, 'organisations' | 'payments' | 'workRecords'>

/**
 * Adds entries to lists of a stored ledger; `missing` gets the ledger as it is under lock and gives what it lacks. All or
 * nothing. An entry that is there by then is a repeated key, never overwritten.
 * throws   StorageProblem; whatever `missing` throws
 */
export function addMissing<L extends Lists>(
  database: Database,
  scope: LedgerScope,
  lists: readonly L[],
  author: Author,
  missing: (stored: Ledger) => Pick<Ledger, L>,
): Promise<Readonly<Record<L, MergeCounts>>> {
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const entries = missing(await readLedger(client, scope, ['payments', 'workRecords']))
    const counts: Partial<Record<L, MergeCounts>> = {}
    for (const list of lists) {
      const table = ledgerTables[list] as unknown as LedgerTable<never>
      const staged = await stageRows(client, table, entries[list] as unknown as readonly never[])
      counts[list] = await mergeRows(client, table, scope, staged, { author, whole: false })
    }
    await client.query('set constraints all immediate')
    return counts as Record<L, MergeCounts>
  }).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
}
