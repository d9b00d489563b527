import { type LedgerHead, editHead as store } from '#storage/ledgers/edit-head.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'

export { readHead } from '#storage/ledgers/edit-head.ts'

type Change = { readonly [Field in keyof LedgerHead]?: LedgerHead[Field] | undefined }

/** Changes what a ledger says once; a text of blanks is a blank. throws StorageProblem ledger-locked, ledger-missing */
export function editHead(database: Database, scope: LedgerScope, set: Change, who: string): Promise<LedgerHead> {
  const measures = set.savingMeasures?.trim()
  return store(database, scope, { ...set, ...(measures === '' ? { savingMeasures: null } : {}) }, who)
}
