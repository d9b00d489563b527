import type { PoolClient } from 'pg'
import type { Column } from '../tables/codec.ts'
import type { LedgerTable } from '../tables/ledger-table.ts'
import { becomes, differs, keyAmong, keysOf, sameKey } from '../tables/row-sql.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { stageOf } from '../tables/stage-rows.ts'

/** As many new entries of one list as are logged one by one; of more, the log holds how many and where they came from. */
export const loggedSingly = 1000

/**
 * Who changes something, and of what file it comes.
 *
 * source   the file's name and SHA-256
 */
export type Author = { readonly who: string; readonly source?: { readonly name: string; readonly sha256: string } }

/** Logs every stored entry that the staged one will change, before and after; gives how many. To be asked first. */
export async function logChanged(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  author: Author,
  keep: boolean,
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into change_log (division, who, action, target, before, after)
     select $1, $4, 'change', ${target(table, 't')}, ${content(table, 't')}, ${content(table, 't', keep)}
     from ${table.name} t join ${stageOf(table)} s on ${sameKey(table)}
     where ${ofLedger('t')} and ${differs(table, keep)} order by s.position`,
    [...scopeValues(scope), author.who],
  )
  return rowCount ?? 0
}

/** Logs every stored entry that is not among the staged ones. */
export async function logRemoved(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  author: Author,
): Promise<void> {
  await client.query(
    `insert into change_log (division, who, action, target, before)
     select $1, $4, 'remove', ${target(table, 't')}, ${content(table, 't')} from ${table.name} t
     where ${ofLedger('t')} and not exists (select from ${stageOf(table)} s where ${sameKey(table)}) order by t.position`,
    [...scopeValues(scope), author.who],
  )
}

/** SQL that runs an insert of new entries and logs each: $1–$3 the ledger, $4 who. */
export function addLogged(table: LedgerTable<never>, insert: string): string {
  return `with added as (${insert} returning *)
    insert into change_log (division, who, action, target, after)
    select $1, $4, 'add', ${target(table, 't')}, ${content(table, 't')} from added t order by t.position`
}

/** Logs a list that was filled: its entries one by one, or of very many how many. */
export async function logAll(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  author: Author,
  count: number,
): Promise<void> {
  if (count > loggedSingly) return logMany(client, table, scope, author, count)
  await client.query(
    `insert into change_log (division, who, action, target, after)
     select $1, $4, 'add', ${target(table, 't')}, ${content(table, 't')} from ${table.name} t
     where ${ofLedger('t')} order by t.position`,
    [...scopeValues(scope), author.who],
  )
}

/** Logs very many new entries of one list as one. */
export async function logMany(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  author: Author,
  count: number,
): Promise<void> {
  const list = `${table.name}:${scope.department}/${scope.year}`
  await client.query(
    `insert into change_log (division, who, action, target, after) values ($1, $2, 'add-many', $3, $4)`,
    [scope.division, author.who, list, JSON.stringify({ count, ...(author.source ? { source: author.source } : {}) })],
  )
}

/** payments:001/2023/凭证号. */
function target(table: LedgerTable<never>, alias: string): string {
  const key = table.key.map((column) => `${alias}."${column}"`).join(', ')
  return `concat_ws('/', '${table.name}:' || $2::text, $3::int, ${key})`
}

/**
 * The content of an entry as JSON: as stored, or given `keep` as it becomes by the staged one. Decimals stand in it as
 * texts, which every reader of JSON keeps to the last digit; entries logged before stay as they are, with their hashes.
 */
export function content(table: LedgerTable<never>, alias: string, keep?: boolean): string {
  const value = (name: string) => (keep === undefined ? `${alias}."${name}"` : becomes(name, keep))
  const shown = ({ name, exact }: Column) => (exact ? `trim_scale(${value(name)})::text` : value(name))
  const pairs = table.columns.map((column) => `'${column.name}', ${shown(column)}`).join(', ')
  return `jsonb_strip_nulls(jsonb_build_object(${pairs}))`
}

/** Logs stored entries that are about to be taken away. */
export async function logRemovedEntries(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  author: Author,
  keys: readonly (readonly string[])[],
): Promise<void> {
  await client.query(
    `insert into change_log (division, who, action, target, before)
     select $1, $4, 'remove', ${target(table, 't')}, ${content(table, 't')} from ${table.name} t
     where ${ofLedger('t')} and ${keyAmong(table, 5)} order by t.position`,
    [...scopeValues(scope), author.who, ...keysOf(table, keys)],
  )
}
