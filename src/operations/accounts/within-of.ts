import { seesAssigned, stagesShown } from '#domain/accounts/permission.ts'
import type { Within } from '#storage/open-database.ts'
import type { Account } from './account.ts'

type OwnWithin = Within & { readonly account: string }

/** What of the database an account may see: its division and department, its own jobs, sets that are meant for it. */
export function withinOf(account: Account): OwnWithin {
  const stages = stagesShown[account.role]
  return {
    ...placeOf(account),
    ...(stages ? { stages } : {}),
    ...(seesAssigned.includes(account.role) ? { assignee: account.id } : {}),
  }
}

/** What of it an account may see as anybody may who reads what is public. */
export function withinPublic(account: Account): OwnWithin {
  return { ...placeOf(account), stages: stagesShown['public-reader'] }
}

function placeOf({ division, department, id }: Account): OwnWithin {
  return { division, account: id, ...(department === undefined ? {} : { department }) }
}
