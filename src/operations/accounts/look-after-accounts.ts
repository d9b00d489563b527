import { type Account, credentialsByLogin } from '#storage/accounts/accounts.ts'
import { forgetFailures, logAccount, storeDisabled } from '#storage/accounts/change-account.ts'
import { type Session, openSessions, revokeSession } from '#storage/accounts/sessions.ts'
import { inDivision } from '#storage/in-division.ts'
import { logAction } from '#storage/log/log-action.ts'
import type { Database } from '#storage/open-database.ts'
import { Refused } from '../refused.ts'
import { idleMinutes } from './sign-in.ts'

/** Closes an account or opens it again. Nobody closes their own. throws Refused */
export async function setDisabled(database: Database, by: Account, login: string, disabled: boolean): Promise<void> {
  if (login === by.login) throw new Refused('not-permitted', '不能停用自己的账户。')
  await withAccount(database, by, login, (client, account) => storeDisabled(client, account, disabled, by.login))
}

/** Takes the lock of too many wrong passwords off. throws Refused */
export async function unlock(database: Database, by: Account, login: string): Promise<void> {
  await withAccount(database, by, login, async (client, account) => {
    await forgetFailures(client, account)
    await logAccount(client, account, by.login, 'unlock')
  })
}

export async function allSessions(database: Database, { division }: Account): Promise<Omit<Session, 'token'>[]> {
  const sessions = await openSessions(database, division, idleMinutes)
  return sessions.map((session) => {
    const { token: _, ...shown } = session
    return shown
  })
}

/** Ends anyone's session in the division. */
export async function endSession(database: Database, by: Account, id: string): Promise<void> {
  await inDivision(database, by.division, async (client) => {
    const ended = await revokeSession(client, by.division, id)
    if (ended)
      await logAction(client, by.division, { who: by.login, action: 'end-session', target: `accounts:${ended.login}` })
  })
}

type Work = (client: Parameters<typeof credentialsByLogin>[0], account: Account) => Promise<void>

function withAccount(database: Database, by: Account, login: string, work: Work): Promise<void> {
  return inDivision(database, by.division, async (client) => {
    const found = await credentialsByLogin(client, by.division, login)
    if (!found) throw new Refused('account-missing', `没有登录名为“${login}”的账户。`)
    await work(client, found.account)
  })
}
