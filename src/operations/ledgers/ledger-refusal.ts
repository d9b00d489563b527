import type { ProblemCode } from '#domain/problem.ts'
import { StorageProblem, type StorageProblemCode } from '#storage/storage-problem.ts'
import { Refused } from '../refused.ts'

const codes: Partial<Record<StorageProblemCode, ProblemCode>> = {
  'ledger-missing': 'ledger-missing',
  'ledger-locked': 'ledger-locked',
  'login-taken': 'login-taken',
  'entry-missing': 'entry-missing',
  'entry-used': 'ledger-refused',
  'key-repeated': 'ledger-refused',
  'reference-unknown': 'ledger-refused',
  'amount-not-exact': 'ledger-refused',
  'text-garbled': 'ledger-refused',
  'value-invalid': 'ledger-refused',
}

/** What an error says when it is a refusal of an operation or of the database; undefined for a fault of the program. */
export function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (!(error instanceof StorageProblem)) return undefined
  return new Refused(codes[error.code] ?? 'internal-error', error.message)
}
