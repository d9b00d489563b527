import { passwordFault } from '#domain/accounts/password-rule.ts'
import type { Account } from '#storage/accounts/accounts.ts'
import { credentialsByLogin } from '#storage/accounts/accounts.ts'
import { logAccount, storePassword, storeSecondFactor, useTimeStep } from '#storage/accounts/change-account.ts'
import { type Session, openSessions, revokeSession } from '#storage/accounts/sessions.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { Refused } from '../refused.ts'
import { askedTogether } from '../together.ts'
import { hashPassword } from './hash-password.ts'
import { passwordProved } from './prove-password.ts'
import { timeStepOf } from './second-factor.ts'
import { idleMinutes } from './sign-in.ts'
import { tokenParts } from './tokens.ts'

/** Sets another password; every session of the account ends. throws Refused */
export async function changePassword(database: Database, account: Account, old: string, next: string): Promise<void> {
  const fault = passwordFault(next, account.login)
  if (fault) throw new Refused('password-weak', fault)
  if (old === next) throw new Refused('password-weak', '新密码不能与原密码相同。')
  await withProof(database, account, { password: old, wrong: '原密码不对。' }, async (client) =>
    storePassword(client, account, await hashPassword(next)),
  )
}

/**
 * Switches the second factor on, proved by its six digits of now, which are used up by that. One that is on is not
 * exchanged: it is switched off first, which asks for the password. throws Refused
 */
export async function setSecondFactor(
  database: Database,
  account: Account,
  secret: string,
  code: string,
): Promise<void> {
  const step = timeStepOf(secret, code)
  if (step === undefined) throw new Refused('sign-in-refused', '验证码不对，请看手机上最新的六位数。')
  await inDivision(database, account.division, async (client) => {
    const found = await credentialsByLogin(client, account.division, account.login)
    if (found?.totp !== undefined)
      throw new Refused('step-refused', '手机验证码已经启用；要换一部手机，先用密码停用，再重新启用。')
    await storeSecondFactor(client, account, secret)
    await useTimeStep(client, account, step)
  })
}

/** Switches the second factor off, proved by the password. throws Refused */
export async function dropSecondFactor(database: Database, account: Account, password: string): Promise<void> {
  await withProof(database, account, { password, wrong: '密码不对。' }, (client) =>
    storeSecondFactor(client, account, null),
  )
}

/** Does something to an account once its password has proved whose it is. */
async function withProof(
  database: Database,
  account: Account,
  { password, wrong }: { readonly password: string; readonly wrong: string },
  work: (client: Parameters<typeof storePassword>[0]) => Promise<void>,
): Promise<void> {
  const refusal = await inDivision(database, account.division, async (client) => {
    const proved = await passwordProved(client, account, password, wrong)
    if (proved instanceof Refused) return proved
    await work(client)
    return undefined
  })
  if (refusal) throw refusal
}

/** The sessions of accounts, the latest first. */
const sessionsOf = askedTogether(
  async (database: Pick<Database, 'pool'>, division, asked: readonly Pick<Account, 'id' | 'login'>[]) => {
    const ids = [...new Set(asked.map(({ id }) => id))]
    const byLogin = Map.groupBy(await openSessions(database, division, idleMinutes, ids), ({ login }) => login)
    return asked.map(({ login }) => byLogin.get(login) ?? [])
  },
)

/** A place the caller is signed in at; `isPresent`: the one they ask from. */
export type OwnSession = Omit<Session, 'token'> & { readonly isPresent: boolean }

/** Where the caller is signed in; `token` the one they ask with. */
export async function ownSessions(database: Database, account: Account, token: string): Promise<OwnSession[]> {
  const present = tokenParts(token)?.hash.toString('hex')
  const sessions = await sessionsOf(database, account.division, account)
  return sessions.map(({ token: hash, ...session }) => ({ ...session, isPresent: hash === present }))
}

/** Ends one of one's own sessions. */
export async function endOwnSession(database: Database, account: Account, id: string): Promise<void> {
  await inDivision(database, account.division, async (client) => {
    const ended = await revokeSession(client, account.division, id, account.id)
    if (ended) await logAccount(client, account, account.login, 'sign-out')
  })
}
