import { forgetFailures, logAccount, useTimeStep } from '#storage/accounts/change-account.ts'
import { type Account, type Credentials, credentialsByLogin } from '#storage/accounts/accounts.ts'
import { type SignInPlace, accountsBySession, closeSession, openSession } from '#storage/accounts/sessions.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { problems } from '#domain/problem.ts'
import { type Together, keptFor, together } from '../together.ts'
import { Refused } from '../refused.ts'
import { isPassword, wasteTime } from './hash-password.ts'
import { lockedOut, refuseTry } from './prove-password.ts'
import { timeStepOf } from './second-factor.ts'
import { freshToken, tokenParts } from './tokens.ts'

/** A session with nothing done for this long is over; one is over after this long whatever is done. */
export const idleMinutes = 30
const longestHours = 12

export type SignIn = {
  readonly division: string
  readonly login: string
  readonly password: string
  readonly code?: string
}
/** Signed in; or the password is right and the six digits of the second factor are asked for. */
export type SignedIn = { readonly account: Account; readonly token: string } | { readonly needsCode: true }

const wrong = problems['sign-in-refused']

/**
 * Opens a session for a login and its password. What was wrong is not told apart, but in time: a lock.
 * throws   Refused sign-in-refused, account-locked
 */
export async function signIn(database: Database, entry: SignIn, place: SignInPlace): Promise<SignedIn> {
  const login = entry.login.trim().toLowerCase()
  const outcome = await inDivision(database, entry.division, async (client): Promise<SignedIn | Refused> => {
    const found = await credentialsByLogin(client, entry.division, login)
    if (!found) {
      await wasteTime(entry.password)
      return new Refused('sign-in-refused', wrong)
    }
    const { account } = found
    if (account.lockedUntil) return lockedOut()
    const refusal = await refusalOf(found, entry)
    if (refusal === 'code-missing') return { needsCode: true }
    const step = found.totp === undefined ? undefined : timeStepOf(found.totp, entry.code ?? '')
    const isUsed = step !== undefined && !(await useTimeStep(client, account, step))
    if (refusal || isUsed)
      return refuseTry(client, account, refusal ?? '这个验证码用过了，请等下一个。', { address: place.address })
    await forgetFailures(client, account)
    const { token, hash } = freshToken()
    await openSession(client, account, hash, place)
    await logAccount(client, account, login, 'sign-in', { address: place.address })
    return { account, token: `${account.division}.${token}` }
  })
  if (outcome instanceof Refused) throw outcome
  return outcome
}

async function refusalOf({ account, password, totp }: Credentials, entry: SignIn): Promise<string | undefined> {
  if (password === undefined || account.disabled) {
    await wasteTime(entry.password)
    return wrong
  }
  if (!(await isPassword(entry.password, password))) return wrong
  if (totp === undefined) return undefined
  if (!entry.code) return 'code-missing'
  return timeStepOf(totp, entry.code) === undefined ? '验证码不对，请看手机上最新的六位数。' : undefined
}

/** Who a session's token belongs to, or undefined when it is over. */
export async function accountOfSession(database: Database, token: string): Promise<Account | undefined> {
  const parts = tokenParts(token)
  if (!parts) return undefined
  return sessionsOf(database, parts.division).load(parts.hash)
}

const loaders = new WeakMap<Database['pool'], Map<string, Together<Buffer, Account | undefined>>>()

/** Many ask at once who they are: those of one division are looked up together. */
function sessionsOf(database: Database, division: string): Together<Buffer, Account | undefined> {
  return keptFor(loaders, database.pool, division, () =>
    together(async (tokens) => {
      const found = await accountsBySession(database, division, tokens, { idleMinutes, longestHours })
      return tokens.map((token) => found.get(token.toString('hex')))
    }),
  )
}

export async function signOut(database: Database, token: string): Promise<void> {
  const parts = tokenParts(token)
  if (!parts) return
  await inDivision(database, parts.division, async (client) => {
    const account = await closeSession(client, parts.division, parts.hash)
    if (account) await logAccount(client, account, account.login, 'sign-out')
  })
}
