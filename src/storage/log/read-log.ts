import type { PoolClient } from 'pg'
import { inDivision } from '../in-division.ts'
import { lookInDivision } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'

/**
 * One change. `target` names the entry: 'payments:001/2023/凭证号'; `at` is UTC, ISO 8601.
 *
 * before, after   content of the entry by column, amounts in 元
 */
export type Change = {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly action: string
  readonly target: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** The columns of a change, in SQL. */
export const changeColumns = `seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, who, action, target, before, after`

/**
 * The changes of one entry, the latest first. An entry that came with very many others has no line of its own: then
 * the lines of its whole list are given ('payments:001/2023').
 */
export function changesOf(database: Database, division: string, target: string): Promise<Change[]> {
  const list = target.split('/').slice(0, 2).join('/')
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<Change>(
        `select ${changeColumns} from change_log where division = $1 and target in ($2, $3) order by seq desc`,
        [division, target, list],
      )
      return rows
    },
    { snapshot: true },
  )
}

/**
 * Goes through the log of a division: every line follows the one before it and carries the hash of what it says, and the
 * last is the one that was added last. Gives how many lines there are.
 * throws   StorageProblem log-broken, naming the first line that does not fit or is missing
 */
export async function verifyLog({ pool }: Pick<Database, 'pool'>, division: string): Promise<number> {
  const { rows } = await pool.query<{ lines: number; broken: number | null }>(
    `with chain as (
       select entry.seq, entry.seq = 1 + lag(entry.seq, 1, 0::bigint) over line
         and entry.hash = change_log_hash(lag(entry.hash) over line, entry) as fits
       from change_log entry where entry.division = $1 window line as (order by entry.seq)),
     told as (select count(*) as lines, min(seq) filter (where not fits) as broken, coalesce(max(seq), 0) as last from chain)
     select told.lines, coalesce(told.broken, case when head.seq is distinct from entry.seq
       or head.hash is distinct from entry.hash then told.last + 1 end) as broken
     from told left join change_log_heads head on head.division = $1
       left join change_log entry on entry.division = $1 and entry.seq = told.last`,
    [division],
  )
  const [{ lines, broken } = { lines: 0, broken: null }] = rows
  if (broken !== null) throw new StorageProblem('log-broken', `${division} 第${broken}条`)
  return lines
}

/** Who changed an entry last, and when; read within the transaction that is about to change it. */
export async function lastChangeOf(
  client: PoolClient,
  scope: LedgerScope,
  list: LedgerList,
  key: readonly string[],
): Promise<{ readonly who?: string; readonly at?: string }> {
  const target = `${ledgerTables[list].name}:${[scope.department, scope.year, ...key].join('/')}`
  const { rows } = await client.query<Pick<Change, 'who' | 'at'>>(
    `select ${changeColumns} from change_log where division = $1 and target = $2 order by seq desc limit 1`,
    [scope.division, target],
  )
  return rows[0] ? { who: rows[0].who, at: rows[0].at } : {}
}

/**
 * Which lines of a log are wanted: whose person, action, target or department's name holds the words; of these actions only; from one day
 * to another, YYYY-MM-DD in China's time, both included.
 */
export type LogFilter = {
  readonly search?: string
  readonly actions?: readonly string[]
  readonly from?: string
  readonly to?: string
}

const matches = `division = $1 and ($2 = '%%' or lower(who || ' ' || action || ' ' || target) like lower($2)
    or split_part(split_part(target, ':', 2), '/', 1) in (
      select o.department from organisations o where o.division = $1 and o.id = o.department and lower(o.name) like lower($2)))
  and (cardinality($3::text[]) = 0 or action = any ($3))
  and at >= $4::date::timestamp at time zone 'Asia/Shanghai' and at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai'`

function filterValues(division: string, { search = '', actions = [], from, to }: LogFilter): unknown[] {
  const words = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return [division, words, actions, from ?? '-infinity', to ?? 'infinity']
}

/** A page of a division's log, the latest first. */
export async function pageOfLog(
  database: Database,
  division: string,
  { offset, limit, ...filter }: LogFilter & { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly changes: readonly Change[] }> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { total, page } = await foundLines(client, division, filter, { offset, limit })
      const { rows } = await client.query<Change>(
        `select ${changeColumns} from change_log where division = $1 and seq = any ($2) order by seq desc`,
        [division, page],
      )
      return { total, changes: rows }
    },
    { snapshot: true },
  )
}

/** How far the log of a division goes, in the database as it was built or restored: it only ever grows. */
export async function logRevision(database: Database, division: string): Promise<string> {
  const rows = await lookInDivision<{ revision: string }>(
    database,
    division,
    `select e.id || '/' || coalesce((select max(seq) from change_log where division = $1::text), 0) as revision
     from database_epoch e`,
    (literal) => [literal(division)],
  )
  return rows[0]?.revision ?? ''
}

/** How many lines are wanted, and the numbers of those on one page. Lines are numbered without a gap from 1. */
async function foundLines(
  client: PoolClient,
  division: string,
  filter: LogFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly page: readonly number[] }> {
  const { search, actions = [], from, to } = filter
  if (!search && actions.length === 0 && from === undefined && to === undefined) {
    const { rows } = await client.query<{ last: number }>(
      'select coalesce(max(seq), 0) as last from change_log where division = $1',
      [division],
    )
    const total = rows[0]?.last ?? 0
    const length = Math.max(0, Math.min(limit, total - offset))
    return { total, page: Array.from({ length }, (_, at) => total - offset - at) }
  }
  const { rows } = await client.query<{ total: number; page: number[] }>(
    `with found as materialized (select seq from change_log where ${matches})
     select (select count(*) from found) as total,
       array (select seq from found order by seq desc limit $6 offset $7) as page`,
    [...filterValues(division, filter), limit, offset],
  )
  return rows[0] ?? { total: 0, page: [] }
}

/** Lines taken at a time while a whole log is given out. */
const batch = 2000

/** All lines of a division's log that are wanted, the latest first, a batch at a time. */
export async function* wholeLog(
  database: Database,
  division: string,
  filter: LogFilter,
): AsyncGenerator<readonly Change[]> {
  const values = filterValues(division, filter)
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = await inDivision(
      database,
      division,
      async (client) => {
        const found = await client.query<Change>(
          `select ${changeColumns} from change_log where ${matches} and seq < $6 order by seq desc limit ${batch}`,
          [...values, before],
        )
        return found.rows
      },
      { snapshot: true },
    )
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    before = rows.at(-1)?.seq ?? 0
  }
}
