import type { Database } from '../open-database.ts'
import type { LedgerList } from '../tables/ledger-tables.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'
import { type EntryEdit, type EntryOf, editEntries } from './edit-entries.ts'

/**
 * Changes one entry of a stored ledger, alone among its writers, and gives it as it is now; see editEntries.
 * throws   StorageProblem; whatever `edit` throws
 */
export async function editEntry<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  entry: EntryEdit<L>,
  who: string,
): Promise<EntryOf<L> | undefined> {
  let now: EntryOf<L> | undefined
  const edit: EntryEdit<L>['edit'] = async (stored, client) => (now = await entry.edit(stored, client))
  const [refused] = await editEntries(database, scope, list, [{ ...entry, edit }], who)
  if (refused) throw refused
  return now
}
