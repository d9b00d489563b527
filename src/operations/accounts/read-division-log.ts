import type { Account } from '#storage/accounts/accounts.ts'
import { pageOfLog, verifyLog } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'

/** Which lines, and which page of them. */
type Wish = Parameters<typeof pageOfLog>[2]

/** A page of the log of the caller's division, the latest first. */
export function readLog(database: Database, { division }: Account, wish: Wish): ReturnType<typeof pageOfLog> {
  return pageOfLog(database, division, wish)
}

/** How many lines the log of the caller's division has. throws StorageProblem log-broken where they do not fit */
export function verifyDivisionLog(database: Database, { division }: Account): Promise<number> {
  return verifyLog(database, division)
}
