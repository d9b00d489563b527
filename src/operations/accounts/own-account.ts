import { passwordFault } from '#domain/accounts/password-rule.ts'
import type { Account } from '#storage/accounts/accounts.ts'
import { credentialsByLogin } from '#storage/accounts/accounts.ts'
import { storePassword, storeSecondFactor, useTimeStep } from '#storage/accounts/change-account.ts'
import { type Session, openSessions, revokeSession } from '#storage/accounts/sessions.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { Refused } from '../refused.ts'
import { askedOnce } from '../together.ts'
import { hashPassword, isPassword } from './hash-password.ts'
import { timeStepOf } from './second-factor.ts'
import { idleMinutes } from './sign-in.ts'
import { tokenParts } from './tokens.ts'

/** Sets another password; every session of the account ends. throws Refused */
export async function changePassword(database: Database, account: Account, old: string, next: string): Promise<void> {
  const fault = passwordFault(next, account.login)
  if (fault) throw new Refused('password-weak', fault)
  if (old === next) throw new Refused('password-weak', '新密码不能与原密码相同。')
  await inDivision(database, account.division, async (client) => {
    const found = await credentialsByLogin(client, account.division, account.login)
    if (!found?.password || !(await isPassword(old, found.password)))
      throw new Refused('sign-in-refused', '原密码不对。')
    await storePassword(client, account, await hashPassword(next))
  })
}

/** Switches the second factor on, proved by its six digits of now, which are used up by that. throws Refused */
export async function setSecondFactor(
  database: Database,
  account: Account,
  secret: string,
  code: string,
): Promise<void> {
  const step = timeStepOf(secret, code)
  if (step === undefined) throw new Refused('sign-in-refused', '验证码不对，请看手机上最新的六位数。')
  await inDivision(database, account.division, async (client) => {
    await storeSecondFactor(client, account, secret)
    await useTimeStep(client, account, step)
  })
}

/** Switches the second factor off, proved by the password. throws Refused */
export async function dropSecondFactor(database: Database, account: Account, password: string): Promise<void> {
  await inDivision(database, account.division, async (client) => {
    const found = await credentialsByLogin(client, account.division, account.login)
    if (!found?.password || !(await isPassword(password, found.password)))
      throw new Refused('sign-in-refused', '密码不对。')
    await storeSecondFactor(client, account, null)
  })
}

const sessionsOf = askedOnce(
  ({ division, id }: Account) => `${division}/${id}`,
  (database: Database, { division, id }): Promise<Session[]> => openSessions(database, division, idleMinutes, id),
)

/** A place the caller is signed in at; `isPresent`: the one they ask from. */
export type OwnSession = Omit<Session, 'token'> & { readonly isPresent: boolean }

/** Where the caller is signed in; `token` the one they ask with. */
export async function ownSessions(database: Database, account: Account, token: string): Promise<OwnSession[]> {
  const present = tokenParts(token)?.hash.toString('hex')
  const sessions = await sessionsOf(database, account)
  return sessions.map(({ token: hash, ...session }) => ({ ...session, isPresent: hash === present }))
}

/** Ends one of one's own sessions. */
export async function endOwnSession(database: Database, account: Account, id: string): Promise<void> {
  await inDivision(database, account.division, (client) => revokeSession(client, account.division, id, account.id))
}
