import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** How often a ledger was edited: two readings with one number found the same. throws StorageProblem ledger-missing */
export function ledgerRevision(database: Database, scope: LedgerScope): Promise<string> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows } = await client.query<{ revision: string }>(
        `select l.revision::text as revision from ledgers l where ${ofLedger('l')}`,
        scopeValues(scope),
      )
      const [found] = rows
      if (!found) throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
      return found.revision
    },
    { snapshot: true },
  )
}
