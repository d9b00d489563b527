import { type ProblemCode, problems } from '#domain/problem.ts'
import { isConnectionLost } from '#storage/server/connection-lost.ts'
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
  'server-not-starting': 'database-down',
  'database-unreachable': 'database-down',
  'log-broken': 'log-broken',
}

/** What an error says when it is a refusal of an operation or of the database; undefined for a fault of the program. */
export function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  if (isConnectionLost(error)) return new Refused('database-down', problems['database-down'])
  if (!(error instanceof StorageProblem)) return undefined
  const code = codes[error.code] ?? 'internal-error'
  // What the database says of itself, places on the machine in it, is for the log.
  return new Refused(code, code === 'database-down' ? problems[code] : error.message)
}
