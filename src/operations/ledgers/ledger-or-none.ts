import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'

/** A ledger without its long lists, or that there is none. */
export async function ledgerOrNone(database: Database, scope: LedgerScope): Promise<Ledger | undefined> {
  try {
    return await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections', 'evidence'] })
  } catch (error) {
    if (error instanceof StorageProblem && error.code === 'ledger-missing') return undefined
    throw error
  }
}
