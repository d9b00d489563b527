import type { Account } from '#storage/accounts/accounts.ts'
import { logRevision, pageOfLog, verifyLog } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'
import type { ToldChange } from '../editing/told-in-words.ts'
import { toldWithNames } from '../editing/told-with-names.ts'
import { askedOnce } from '../together.ts'

/** How far the log of a division goes: two readings with one answer found the same. */
export const revisionOfLog = askedOnce((division: string) => division, logRevision)

/** Which lines, and which page of them. */
type Wish = Parameters<typeof pageOfLog>[2]

/** A page of the log of the caller's division in words, the latest line first. */
export async function readLog(
  database: Database,
  { division }: Account,
  wish: Wish,
): Promise<{ readonly total: number; readonly changes: ToldChange[] }> {
  const { total, changes } = await pageOfLog(database, division, wish)
  return { total, changes: await toldWithNames(database, division, changes) }
}

/** How many lines the log of the caller's division has. throws StorageProblem log-broken where they do not fit */
export function verifyDivisionLog(database: Database, { division }: Account): Promise<number> {
  return verifyLog(database, division)
}
