import { type Account, listAccounts } from '#storage/accounts/accounts.ts'
import type { Database } from '#storage/open-database.ts'

/** The accounts of the caller's division, by login. */
export function listAllAccounts(database: Database, { division }: Account): Promise<Account[]> {
  return listAccounts(database, division)
}
