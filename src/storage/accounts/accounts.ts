import type { PoolClient } from 'pg'
import type { Role } from '#domain/accounts/role.ts'
import { inDivision } from '../in-division.ts'
import { lookInDivision } from '../look-in-division.ts'
import { logAction } from '../log/log-action.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'

/**
 * A person's account. `department`: of a clerk or leader. `hasPassword` is false until an invitation was taken up;
 * `lockedUntil` is UTC, ISO 8601, present while it lies ahead.
 */
export type Account = {
  readonly id: string
  readonly division: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly department?: string
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly lockedUntil?: string
  readonly disabled: boolean
}

/** What an account keeps to itself: a password as an argon2id string, the shared secret of the second factor. */
export type Credentials = { readonly account: Account; readonly password?: string; readonly totp?: string }

/** An account as the database gives it. */
export type AccountRow = {
  id: string
  division: string
  login: string
  name: string
  role: Role
  department: string | null
  password: string | null
  totp: string | null
  locked: string | null
  disabled: boolean
}

/** The columns of an account, in SQL, for an alias. */
export const accountColumns = `a.id, a.division, a.login, a.name, a.role, a.department, a.password, a.totp, a.disabled,
  to_char(case when a.locked_until > now() then a.locked_until end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as locked`

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    division: row.division,
    login: row.login,
    name: row.name,
    role: row.role,
    ...(row.department === null ? {} : { department: row.department }),
    hasPassword: row.password !== null,
    hasSecondFactor: row.totp !== null,
    ...(row.locked === null ? {} : { lockedUntil: row.locked }),
    disabled: row.disabled,
  }
}

export function credentialsOf(row: AccountRow): Credentials {
  return {
    account: accountOf(row),
    ...(row.password === null ? {} : { password: row.password }),
    ...(row.totp === null ? {} : { totp: row.totp }),
  }
}

/** The accounts of a division, by login. */
export async function listAccounts(database: Database, division: string): Promise<Account[]> {
  const rows = await lookInDivision<AccountRow>(
    database,
    division,
    `select ${accountColumns} from accounts a order by a.login`,
  )
  return rows.map(accountOf)
}

/** The account of an id, or undefined. */
export function accountById(database: Database, division: string, id: string): Promise<Account | undefined> {
  return inDivision(database, division, async (client) => {
    const { rows } = await client.query<AccountRow>(
      `select ${accountColumns} from accounts a where a.division = $1 and a.id::text = $2`,
      [division, id],
    )
    return rows[0] && accountOf(rows[0])
  })
}

export async function credentialsByLogin(
  client: PoolClient,
  division: string,
  login: string,
): Promise<Credentials | undefined> {
  const { rows } = await client.query<AccountRow>(
    `select ${accountColumns} from accounts a where a.division = $1 and a.login = $2 for update`,
    [division, login],
  )
  return rows[0] && credentialsOf(rows[0])
}

export type NewAccount = Pick<Account, 'division' | 'login' | 'name' | 'role' | 'department'>

/** Makes an account without a password. throws StorageProblem login-taken */
export async function addAccount(client: PoolClient, entry: NewAccount, who: string): Promise<Account> {
  const { division, login, name, role, department } = entry
  const { rows } = await client.query<AccountRow>(
    `insert into accounts as a (division, login, name, role, department) values ($1, $2, $3, $4, $5)
     on conflict (division, login) do nothing returning ${accountColumns}`,
    [division, login, name, role, department ?? null],
  )
  const [row] = rows
  if (!row) throw new StorageProblem('login-taken', login)
  const after = { name, role, ...(department === undefined ? {} : { department }) }
  await logAction(client, division, { who, action: 'add', target: `accounts:${login}`, after })
  return accountOf(row)
}
