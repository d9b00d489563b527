import { stagesShown } from '#domain/accounts/permission.ts'
import type { Within } from '#storage/open-database.ts'
import type { Account } from './account.ts'

/** What of the database an account may see: its division and department, its own jobs, sets that are meant for its role. */
export function withinOf({ division, department, id, role }: Account): Within & { readonly account: string } {
  const stages = stagesShown[role]
  return {
    division,
    account: id,
    ...(department === undefined ? {} : { department }),
    ...(stages ? { stages } : {}),
  }
}
