import { type Account, type Credentials, credentialsByLogin } from '#storage/accounts/accounts.ts'
import { countFailure, logAccount } from '#storage/accounts/change-account.ts'
import { Refused } from '../refused.ts'
import { isPassword } from './hash-password.ts'

type Client = Parameters<typeof credentialsByLogin>[0]

/** As many wrong passwords in a row lock an account for a while. */
const mostFailures = 5
const lockMinutes = 15

/** Counts a wrong password or code of an account; the last one allowed locks it. `wrong`: what is said of the others. */
export async function refuseTry(
  client: Client,
  account: Account,
  wrong: string,
  place?: { readonly address: string },
): Promise<Refused> {
  const isLocked = await countFailure(client, account, mostFailures, lockMinutes)
  await logAccount(client, account, account.login, isLocked ? 'lock' : 'sign-in-refused', place)
  return isLocked ? lockedOut() : new Refused('sign-in-refused', wrong)
}

export function lockedOut(): Refused {
  return new Refused('account-locked', `密码连续输错，账户已锁定 ${lockMinutes} 分钟，请稍后再试或请安全管理员解锁。`)
}

/**
 * Has somebody who is signed in prove the account is theirs; a wrong password counts like one at the door. Gives the
 * refusal instead of throwing it: the count has to be kept.
 */
export async function passwordProved(
  client: Client,
  { division, login }: Account,
  password: string,
  wrong: string,
): Promise<Credentials | Refused> {
  const found = await credentialsByLogin(client, division, login)
  if (!found?.password) return new Refused('sign-in-refused', wrong)
  if (found.account.lockedUntil) return lockedOut()
  return (await isPassword(password, found.password)) ? found : refuseTry(client, found.account, wrong)
}
