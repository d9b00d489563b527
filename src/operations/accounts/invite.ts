import { passwordFault } from '#domain/accounts/password-rule.ts'
import { type Account, type NewAccount, addAccount, credentialsByLogin } from '#storage/accounts/accounts.ts'
import { accountByInvitation, storeInvitation, storePassword } from '#storage/accounts/change-account.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { Refused } from '../refused.ts'
import { hashPassword } from './hash-password.ts'
import { freshToken, tokenParts } from './tokens.ts'

/** Days an invitation is good. */
const inviteDays = 7

/** An account and the code with which its person sets the first password: no account is made with a password. */
export type Invited = { readonly account: Account; readonly invitation: string }

/** Makes an account and its invitation. throws StorageProblem login-taken */
export function inviteNew(database: Database, entry: NewAccount, who: string): Promise<Invited> {
  return inDivision(database, entry.division, async (client) => {
    const account = await addAccount(client, entry, who)
    const { token, hash } = freshToken()
    await storeInvitation(client, account, hash, inviteDays, who)
    return { account, invitation: `${account.division}.${token}` }
  })
}

/** Invites the person of an account anew: the former password and second factor no longer open it. */
export function inviteAgain(database: Database, division: string, login: string, who: string): Promise<Invited> {
  return inDivision(database, division, async (client) => {
    const found = await credentialsByLogin(client, division, login)
    if (!found) throw new Refused('account-missing', `没有登录名为“${login}”的账户。`)
    const { token, hash } = freshToken()
    await storeInvitation(client, found.account, hash, inviteDays, who)
    return { account: found.account, invitation: `${division}.${token}` }
  })
}

/** Takes an invitation up: its person sets a password. throws Refused */
export async function takeUpInvitation(database: Database, invitation: string, password: string): Promise<Account> {
  const parts = tokenParts(invitation)
  if (!parts) throw expired()
  return inDivision(database, parts.division, async (client) => {
    const found = await accountByInvitation(client, parts.division, parts.hash)
    if (!found) throw expired()
    const fault = passwordFault(password, found.account.login)
    if (fault) throw new Refused('password-weak', fault)
    await storePassword(client, found.account, await hashPassword(password))
    return found.account
  })
}

/** Whose invitation it is, for the page that takes it up. throws Refused */
export async function invitedAccount(database: Database, invitation: string): Promise<Account> {
  const parts = tokenParts(invitation)
  const found =
    parts &&
    (await inDivision(database, parts.division, (client) => accountByInvitation(client, parts.division, parts.hash)))
  if (!found) throw expired()
  return found.account
}

function expired(): Refused {
  return new Refused('invitation-over', '这个邀请已经用过或过期，请管理员重新邀请。')
}
