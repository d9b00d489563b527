import type { PoolClient } from 'pg'
import Cursor from 'pg-cursor'
import { content } from '../log/log-entries.ts'
import type { LedgerTable } from './ledger-table.ts'
import { differs, sameKey } from './row-sql.ts'
import { type LedgerScope, ofLedger, scopeValues } from './scope-of-ledger.ts'
import { stageOf } from './stage-rows.ts'

/**
 * What becomes of one entry handed in, by its key. Of a changed one its content as stored and as it will be, by column,
 * decimals as texts.
 */
export type EntryOutcome = {
  readonly key: readonly string[]
  readonly became: 'new' | 'changed' | 'unchanged'
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}
export type OutcomeSink = (outcomes: readonly EntryOutcome[]) => void | Promise<void>

/** As many as are in memory at a time. */
const batch = 1000

/**
 * Tells of every staged entry, in order, what will become of it, a thousand at a time; to be asked before the merge.
 * `keep`: a blank of a staged entry leaves what is stored.
 */
export function listStaged(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  keep: boolean,
  sink: OutcomeSink,
): Promise<void> {
  const isChanged = `t.division is not null and ${differs(table, keep)}`
  const pair = `case when ${isChanged} then jsonb_build_array(${content(table, 't')}, ${content(table, 't', keep)}) end`
  return listed(
    client,
    `select ${keyOf(table, 's')} as key, t.division is not null as stored, ${pair} as pair
     from ${stageOf(table)} s left join ${table.name} t on ${ofLedger('t')} and ${sameKey(table)} order by s.position`,
    scope,
    sink,
  )
}

/** The same of a list that was filled: everything in it is new. */
export function listFilled(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  sink: OutcomeSink,
): Promise<void> {
  return listed(
    client,
    `select ${keyOf(table, 't')} as key, false as stored, null as pair from ${table.name} t
     where ${ofLedger('t')} order by t.position`,
    scope,
    sink,
  )
}

type Line = { readonly key: string[]; readonly stored: boolean; readonly pair: readonly [object, object] | null }

async function listed(client: PoolClient, sql: string, scope: LedgerScope, sink: OutcomeSink): Promise<void> {
  const cursor = client.query(new Cursor<Line>(sql, scopeValues(scope)))
  try {
    for (let lines = await cursor.read(batch); lines.length > 0; lines = await cursor.read(batch))
      await sink(lines.map(outcomeOf))
  } finally {
    await cursor.close()
  }
}

function outcomeOf({ key, stored, pair }: Line): EntryOutcome {
  if (!stored) return { key, became: 'new' }
  if (!pair) return { key, became: 'unchanged' }
  const [before, after] = pair as readonly [EntryOutcome['before'] & {}, EntryOutcome['after'] & {}]
  return { key, became: 'changed', before, after }
}

function keyOf(table: LedgerTable<never>, alias: string): string {
  return `array[${table.key.map((column) => `${alias}."${column}"::text`).join(', ')}]`
}
