import { changesOf } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import type { LedgerList } from './entry-lists.ts'
import type { ToldChange } from './told-in-words.ts'
import { toldWithNames } from './told-with-names.ts'

/** The changes of one entry, the latest first; `key` its key fields joined with '/'. */
export async function entryHistory(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  key: string,
): Promise<{ readonly total: number; readonly changes: ToldChange[] }> {
  const target = `${ledgerTables[list].name}:${scope.department}/${scope.year}/${key}`
  const changes = await toldWithNames(database, scope.division, await changesOf(database, scope.division, target))
  return { total: changes.length, changes }
}
