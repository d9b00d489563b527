import { type LedgerStanding, ledgersOfDivision } from '#storage/ledgers/ledgers-of-division.ts'
import type { Database } from '#storage/open-database.ts'
import type { Account } from '../accounts/account.ts'

export type { LedgerStanding } from '#storage/ledgers/ledgers-of-division.ts'

/** The ledgers an account may see, and where the set of each stands. */
export function listStandings(database: Database, { division }: Account): Promise<LedgerStanding[]> {
  return ledgersOfDivision(database, division)
}
