import { StorageProblem } from '#storage/storage-problem.ts'

/** A refusal of the database: its sentence, and whether what was asked for is not there. */
export type LedgerRefusal = { readonly message: string; readonly isMissing: boolean }

/** Whether an error is such a refusal; then it says so itself. */
export function isLedgerRefusal(error: unknown): error is LedgerRefusal {
  if (!(error instanceof StorageProblem)) return false
  Object.assign(error, { isMissing: error.code === 'ledger-missing' })
  return true
}
