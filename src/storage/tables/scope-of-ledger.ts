import type { PoolClient } from 'pg'
import { StorageProblem } from '../storage-problem.ts'

/** Which ledger: a division's code, a department's id in it, the fiscal year. */
export type LedgerScope = { readonly division: string; readonly department: string; readonly year: number }

/** Whether two entries' ledgers are one, in SQL, for an alias; $1, $2, $3 are division, department and year. */
export function ofLedger(alias: string): string {
  return `${alias}.division = $1 and ${alias}.department = $2 and ${alias}.year = $3`
}

export function scopeValues({ division, department, year }: LedgerScope): [string, string, number] {
  return [division, department, year]
}

/** Holds a ledger until the transaction ends, so that its writers come one after another. */
export async function lockLedger(client: PoolClient, scope: LedgerScope): Promise<void> {
  const { rowCount } = await client.query(`select from ledgers l where ${ofLedger('l')} for update`, scopeValues(scope))
  if (!rowCount) throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
}

/** throws StorageProblem ledger-missing, also for one that the database as it is confined does not show */
export async function requireLedger(client: PoolClient, scope: LedgerScope): Promise<void> {
  const { rowCount } = await client.query(`select from ledgers l where ${ofLedger('l')}`, scopeValues(scope))
  if (!rowCount) throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
}
