import type { PoolClient } from 'pg'
import { type Author, addLogged, logChanged, logMany, logRemoved, loggedSingly } from '../log/log-entries.ts'
import { StorageProblem } from '../storage-problem.ts'
import type { LedgerTable } from './ledger-table.ts'
import { becomes, differs, sameKey } from './row-sql.ts'
import { type LedgerScope, ofLedger, scopeValues } from './scope-of-ledger.ts'
import { stageOf } from './stage-rows.ts'

/** What became of the entries of a list. `removed`: they were stored and are not among those given. */
export type MergeCounts = {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
}
/**
 * whole   what is not among the staged entries goes, and the staged order is kept
 * keep    a blank of a staged entry leaves what is stored
 */
export type MergeOptions = { readonly author: Author; readonly whole: boolean; readonly keep?: boolean }

/**
 * Brings a table of one ledger to what was staged, matching entries by their keys. Each entry changed or removed goes
 * into the log as it was and as it is; new ones too unless there are very many.
 */
export async function mergeRows(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  staged: number,
  { author, whole, keep = false }: MergeOptions,
): Promise<MergeCounts> {
  const sql = mergeStatements(table, whole, keep)
  const values = scopeValues(scope)
  await refuseRepeated(client, table)
  const stored = await client.query(`select from ${table.name} t where ${ofLedger('t')} limit 1`, values)
  let [removed, changed, added] = [0, 0, staged]
  if (stored.rowCount) {
    if (whole) {
      await logRemoved(client, table, scope, author)
      removed = rows(await client.query(sql.remove, values))
    }
    changed = await logChanged(client, table, scope, author, keep)
    if (changed > 0) await client.query(sql.change, values)
    if (whole) await client.query(sql.order, values)
    added = await newOnes(client, table, values)
  }
  if (added > loggedSingly) {
    await client.query(sql.add, values)
    await logMany(client, table, scope, author, added)
  } else if (added > 0) await client.query(addLogged(table, sql.add), [...values, author.who])
  return { new: added, changed, unchanged: staged - added - changed, removed }
}

function mergeStatements(table: LedgerTable<never>, whole: boolean, keep: boolean) {
  const { name } = table
  const stage = stageOf(table)
  const columns = table.columns.map((column) => `"${column.name}"`)
  const staged = columns.map((column) => `s.${column}`).join(', ')
  const content = columns.filter((column) => !table.key.includes(column.slice(1, -1)))
  const same = sameKey(table)
  const last = `(select coalesce(max(position) + 1, 0) from ${name} t where ${ofLedger('t')})`
  return {
    add: `insert into ${name} (division, department, year, position, ${columns.join(', ')})
     select $1, $2, $3, ${whole ? 's.position' : `${last} + s.position`}, ${staged} from ${stage} s
     where not exists (select from ${name} t where ${ofLedger('t')} and ${same}) order by s.position`,
    change: `update ${name} t set ${content.map((column) => `${column} = ${becomes(column.slice(1, -1), keep)}`).join(', ')} from ${stage} s
      where ${ofLedger('t')} and ${same} and ${differs(table, keep)}`,
    order: `update ${name} t set position = s.position from ${stage} s
      where ${ofLedger('t')} and ${same} and t.position <> s.position`,
    remove: `delete from ${name} t where ${ofLedger('t')} and not exists (select from ${stage} s where ${same})`,
  }
}

/** How many staged entries are not stored yet. */
async function newOnes(
  client: PoolClient,
  table: LedgerTable<never>,
  values: ReturnType<typeof scopeValues>,
): Promise<number> {
  const { rows: counted } = await client.query<{ count: number }>(
    `select count(*) as count from ${stageOf(table)} s
     where not exists (select from ${table.name} t where ${ofLedger('t')} and ${sameKey(table)})`,
    values,
  )
  return counted[0]?.count ?? 0
}

async function refuseRepeated(client: PoolClient, table: LedgerTable<never>): Promise<void> {
  const key = table.key.map((column) => `"${column}"`).join(', ')
  const { rows: found } = await client.query<{ key: string }>(
    `select concat_ws('、', ${key}) as key from ${stageOf(table)} group by ${key} having count(*) > 1 order by min(position) limit 5`,
  )
  if (found.length === 0) return
  throw new StorageProblem('key-repeated', `${table.what}：${found.map((each) => each.key).join('；')}`)
}

function rows({ rowCount }: { rowCount: number | null }): number {
  return rowCount ?? 0
}
