import { type Role, isOfDepartment, roleNames, roles } from '#domain/accounts/role.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { listAccounts } from '#storage/accounts/accounts.ts'
import type { Database } from '#storage/open-database.ts'
import { inviteAgain, inviteNew } from './invite.ts'

/** An account of the example nobody has a password for yet, and the code that sets one. */
export type ExampleInvitation = { readonly login: string; readonly role: Role; readonly invitation: string }

const program = '示例'

/**
 * An account for each role of the example's division, its login the role's name. None has a password: each is opened
 * with its invitation, made anew at every start until somebody takes it up.
 */
export async function inviteExample(database: Database, ledger: Ledger): Promise<ExampleInvitation[]> {
  const division = ledger.division.code
  const stored = await listAccounts(database, division)
  const invited: ExampleInvitation[] = []
  // Where people of their own work, the example's accounts are not wanted.
  if (stored.some(({ login }) => !roles.includes(login as Role))) return invited
  for (const role of roles) {
    const existing = stored.find(({ login }) => login === role)
    if (existing?.hasPassword) continue
    const { invitation } = existing
      ? await inviteAgain(database, division, role, program)
      : await inviteNew(database, newAccount(ledger, role), program)
    invited.push({ login: role, role, invitation })
  }
  return invited
}

function newAccount({ division, department }: Ledger, role: Role) {
  const place = isOfDepartment(role) ? { department: department.id } : {}
  return { division: division.code, login: role, name: `示例${roleNames[role]}`, role, ...place }
}
