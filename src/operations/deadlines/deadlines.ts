import type { Deadline } from '#domain/year/deadline.ts'
import type { Account } from '#storage/accounts/accounts.ts'
import { deadlinesOf, setDeadline } from '#storage/deadlines/deadlines.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { whoOf } from '../accounts/account.ts'

/** The deadlines of the caller's division. */
export function readDeadlines(database: Database, { division }: Account): Promise<Deadline[]> {
  return deadlinesOf(database, division)
}

/** Sets one, or takes it away where `day` is null; gives all of them. */
export async function changeDeadline(
  database: Database,
  by: Account,
  wish: Parameters<typeof setDeadline>[2],
): Promise<Deadline[]> {
  await inDivision(database, by.division, (client) => setDeadline(client, by.division, wish, whoOf(by)))
  return deadlinesOf(database, by.division)
}
