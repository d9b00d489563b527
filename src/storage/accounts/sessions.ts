import type { PoolClient } from 'pg'
import { inDivision } from '../in-division.ts'
import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'
import { type Account, type AccountRow, accountColumns, accountOf } from './accounts.ts'

/** A place an account is signed in at; times are UTC, ISO 8601. `token` the hash of its token, hex: not for showing. */
export type Session = {
  readonly id: string
  readonly token: string
  readonly login: string
  readonly name: string
  readonly started: string
  readonly seen: string
  readonly agent: string
  readonly address: string
}

/** Where a sign-in came from: the browser's name of itself, the network address. */
export type SignInPlace = { readonly agent: string; readonly address: string }

/** Opens a session for a token's SHA-256. */
export async function openSession(
  client: PoolClient,
  { division, id }: Pick<Account, 'division' | 'id'>,
  token: Buffer,
  { agent, address }: SignInPlace,
): Promise<void> {
  await client.query('insert into sessions (division, token, account, agent, address) values ($1, $2, $3, $4, $5)', [
    division,
    token,
    id,
    agent.slice(0, 200),
    address.slice(0, 60),
  ])
}

/**
 * The accounts sessions belong to, by token; none for one that is over: unknown, idle or open too long. Using a session
 * moves it on, at most once a minute, so that reading does not write.
 */
export async function accountsBySession(
  database: Database,
  division: string,
  tokens: readonly Buffer[],
  { idleMinutes, longestHours }: { readonly idleMinutes: number; readonly longestHours: number },
): Promise<ReadonlyMap<string, Account>> {
  const asked = new Set(tokens.map((token) => `\\x${token.toString('hex')}`))
  const rows = await lookInDivision<AccountRow & { session: Buffer; stale: boolean }>(
    database,
    division,
    `select ${accountColumns}, s.token as session, s.seen < now() - interval '1 minute' as stale
     from sessions s join accounts a on a.division = s.division and a.id = s.account
     where s.division = $1::text and s.token = any($2::bytea[]) and not a.disabled
       and s.seen > now() - make_interval(mins => $3::int) and s.started > now() - make_interval(hours => $4::int)`,
    (literal) => [literal(division), `${textsOf(asked, literal)}::bytea[]`, String(idleMinutes), String(longestHours)],
  )
  const stale = rows.filter((row) => row.stale).map((row) => row.session)
  if (stale.length > 0)
    await inDivision(database, division, (client) =>
      client.query('update sessions set seen = now() where division = $1 and token = any($2)', [division, stale]),
    )
  return new Map(rows.map((row) => [row.session.toString('hex'), accountOf(row)]))
}

/** Ends one session by its token; gives whose it was. */
export async function closeSession(
  client: PoolClient,
  division: string,
  token: Buffer,
): Promise<Pick<Account, 'division' | 'id' | 'login'> | undefined> {
  const { rows } = await client.query<Pick<Account, 'division' | 'id' | 'login'>>(
    `delete from sessions s using accounts a where s.division = $1 and s.token = $2
       and a.division = s.division and a.id = s.account returning a.division, a.id, a.login`,
    [division, token],
  )
  return rows[0]
}

/** Sessions that were seen within the idle time, the latest first; of these accounts, or of the whole division. */
export function openSessions(
  database: Pick<Database, 'pool' | 'within'>,
  division: string,
  idleMinutes: number,
  accounts?: readonly string[],
): Promise<Session[]> {
  const time = (column: string) => `to_char(s.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${column}`
  return lookInDivision<Session>(
    database,
    division,
    `select s.id, encode(s.token, 'hex') as token, a.login, a.name, ${time('started')}, ${time('seen')}, s.agent, s.address
     from sessions s join accounts a on a.division = s.division and a.id = s.account
     where s.division = $1::text and s.seen > now() - make_interval(mins => $2::int)
       and ($3::uuid[] is null or s.account = any($3::uuid[]))
     order by s.seen desc, s.id`,
    (literal) => [
      literal(division),
      String(idleMinutes),
      accounts === undefined ? 'null' : `${textsOf(accounts, literal)}::uuid[]`,
    ],
  )
}

/** Ends a session by its id, of one account or of any in the division; gives whose it was. */
export async function revokeSession(
  client: PoolClient,
  division: string,
  id: string,
  account?: string,
): Promise<{ readonly login: string } | undefined> {
  const { rows } = await client.query<{ login: string }>(
    `delete from sessions s using accounts a where s.division = $1 and s.id = $2 and ($3::uuid is null or s.account = $3)
       and a.division = s.division and a.id = s.account returning a.login`,
    [division, id, account ?? null],
  )
  return rows[0]
}
