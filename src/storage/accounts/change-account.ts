import type { PoolClient } from 'pg'
import { type Action, logAction } from '../log/log-action.ts'
import { type Account, type Credentials, accountColumns, credentialsOf } from './accounts.ts'

type Key = Pick<Account, 'division' | 'id' | 'login'>

/** Notes what was done to an account by whom. */
export function logAccount(
  client: PoolClient,
  { division, login }: Key,
  who: string,
  action: string,
  after?: Action['after'],
): Promise<void> {
  return logAction(client, division, { who, action, target: `accounts:${login}`, ...(after ? { after } : {}) })
}

/** Stores the hash of a new password; an invitation is used up by it, a lock is over, and old sessions end. */
export async function storePassword(client: PoolClient, account: Key, hash: string): Promise<void> {
  const key = [account.division, account.id]
  await client.query(
    `update accounts set password = $3, invitation = null, invited_until = null, failures = 0, locked_until = null
     where division = $1 and id = $2`,
    [...key, hash],
  )
  await client.query('delete from sessions where division = $1 and account = $2', key)
  await logAccount(client, account, account.login, 'set-password')
}

/** Stores an invitation: its token's SHA-256, good for some days; the former password no longer opens the account. */
export async function storeInvitation(
  client: PoolClient,
  account: Key,
  token: Buffer,
  days: number,
  who: string,
): Promise<void> {
  const key = [account.division, account.id]
  await client.query(
    `update accounts set password = null, totp = null, invitation = $3, failures = 0, locked_until = null,
       invited_until = now() + make_interval(days => $4) where division = $1 and id = $2`,
    [...key, token, days],
  )
  await client.query('delete from sessions where division = $1 and account = $2', key)
  await logAccount(client, account, who, 'invite')
}

/** The account an invitation that is still good belongs to. */
export async function accountByInvitation(
  client: PoolClient,
  division: string,
  token: Buffer,
): Promise<Credentials | undefined> {
  const { rows } = await client.query(
    `select ${accountColumns} from accounts a
     where a.division = $1 and a.invitation = $2 and a.invited_until > now() and not a.disabled for update`,
    [division, token],
  )
  return rows[0] && credentialsOf(rows[0])
}

/**
 * Counts a failed sign-in; the `most`th in a row locks the account for some minutes. Gives whether it is locked now.
 */
export async function countFailure(client: PoolClient, account: Key, most: number, minutes: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `update accounts set failures = (failures + 1) % $3::int,
       locked_until = case when failures + 1 >= $3::int then now() + make_interval(mins => $4) else locked_until end
     where division = $1 and id = $2 returning coalesce(locked_until > now(), false) as locked`,
    [account.division, account.id, most, minutes],
  )
  return rows[0]?.locked ?? false
}

export async function forgetFailures(client: PoolClient, { division, id }: Key): Promise<void> {
  await client.query('update accounts set failures = 0, locked_until = null where division = $1 and id = $2', [
    division,
    id,
  ])
}

/** Stores the shared secret of the second factor, or takes it away. */
export async function storeSecondFactor(client: PoolClient, account: Key, secret: string | null): Promise<void> {
  await client.query('update accounts set totp = $3, totp_used = null where division = $1 and id = $2', [
    account.division,
    account.id,
    secret,
  ])
  await logAccount(client, account, account.login, secret === null ? 'drop-second-factor' : 'set-second-factor')
}

/** Uses up one time step of the second factor: false when it, or a later one, was used before. */
export async function useTimeStep(client: PoolClient, { division, id }: Key, step: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update accounts set totp_used = $3 where division = $1 and id = $2 and coalesce(totp_used, 0) < $3',
    [division, id, step],
  )
  return rowCount === 1
}

/** Closes an account or opens it again; closing ends its sessions. */
export async function storeDisabled(client: PoolClient, account: Key, disabled: boolean, who: string): Promise<void> {
  const key = [account.division, account.id]
  await client.query('update accounts set disabled = $3 where division = $1 and id = $2', [...key, disabled])
  if (disabled) await client.query('delete from sessions where division = $1 and account = $2', key)
  await logAccount(client, account, who, disabled ? 'disable' : 'enable')
}
