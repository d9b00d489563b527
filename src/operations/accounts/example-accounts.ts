import { type Role, isOfDepartment, roleNames, roles } from '#domain/accounts/role.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { listAccounts } from '#storage/accounts/accounts.ts'
import type { Database } from '#storage/open-database.ts'
import { inviteAgain, inviteNew } from './invite.ts'

/** An account of the example nobody has a password for yet, and the code that sets one. */
export type ExampleInvitation = { readonly login: string; readonly role: Role; readonly invitation: string }

const program = '示例'

/** Expenditure is signed level by level, each by another person: the example's department has one for each. */
const moreLeaders = [
  { login: 'leader-finance', name: '示例财务负责人' },
  { login: 'leader-charge', name: '示例分管领导' },
  { login: 'leader-head', name: '示例主要领导' },
] as const
type Place = { readonly login: string; readonly name: string; readonly role: Role }
const places: readonly Place[] = [
  ...roles.map((role) => ({ login: role, name: `示例${roleNames[role]}`, role })),
  ...moreLeaders.map((each) => ({ ...each, role: 'leader' as const })),
]

/**
 * An account for each role of the example's division, its login the role's name, and for each leader that signs. None
 * has a password: each is opened with its invitation, made anew at every start until somebody takes it up.
 */
export async function inviteExample(database: Database, ledger: Ledger): Promise<ExampleInvitation[]> {
  const division = ledger.division.code
  const stored = await listAccounts(database, division)
  const invited: ExampleInvitation[] = []
  // Where people of their own work, the example's accounts are not wanted.
  if (stored.some(({ login }) => !places.some((place) => place.login === login))) return invited
  for (const place of places) {
    const existing = stored.find(({ login }) => login === place.login)
    if (existing?.hasPassword) continue
    const { invitation } = existing
      ? await inviteAgain(database, division, place.login, program)
      : await inviteNew(database, newAccount(ledger, place), program)
    invited.push({ login: place.login, role: place.role, invitation })
  }
  return invited
}

function newAccount({ division, department }: Ledger, { login, name, role }: Place) {
  const within = isOfDepartment(role) ? { department: department.id } : {}
  return { division: division.code, login, name, role, ...within }
}
