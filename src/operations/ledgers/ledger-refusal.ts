import { StorageProblem } from '#storage/storage-problem.ts'

/** A refusal of the database: its sentence, and whether what was asked for is not there. */
export type LedgerRefusal = { readonly message: string; readonly isMissing: boolean }

/** What an error says when it is such a refusal. */
export function ledgerRefusalOf(error: unknown): LedgerRefusal | undefined {
  if (!(error instanceof StorageProblem)) return undefined
  return { message: error.message, isMissing: error.code === 'ledger-missing' }
}
