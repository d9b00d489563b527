import { Big } from 'big.js'
import type { PoolClient } from 'pg'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { selected } from '../tables/ledger-table.ts'
import { ledgerTables } from '../tables/ledger-tables.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { countSql } from './count-sql.ts'

/** What a counting rule gives over the fiscal year; absent value: nothing can be said. `repeated`: records left out. */
export type WorkCount = {
  readonly kind: string
  readonly rule: string
  readonly value?: Big
  readonly repeated: number
}

/** The counts of a ledger as they were kept up: one row a rule, however many the records are. */
export function readWorkCounts(database: Database, scope: LedgerScope): Promise<WorkCount[]> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows } = await client.query<{ kind: string; rule: string; value: string | null; repeated: number }>(
        `select kind, rule, value::text as value, repeated from work_counts c where ${ofLedger('c')} order by kind, rule`,
        scopeValues(scope),
      )
      return rows.map(({ kind, rule, value, repeated }) => ({
        kind,
        rule,
        repeated,
        ...(value === null ? {} : { value: new Big(value) }),
      }))
    },
    { snapshot: true },
  )
}

/** Works the counts of a ledger out anew, in the transaction that changed its records or kinds. */
export async function refreshWorkCounts(client: PoolClient, scope: LedgerScope): Promise<void> {
  const values = scopeValues(scope)
  await client.query(`delete from work_counts c where ${ofLedger('c')}`, values)
  for (const kind of await kindsWithRecords(client, scope)) {
    const { rows } = await client.query<Record<string, string | number | null>>(countSql(kind), values)
    const [row = {}] = rows
    for (const [index, { id }] of kind.counts.entries())
      await client.query(
        'insert into work_counts (division, department, year, kind, rule, value, repeated) values ($1, $2, $3, $4, $5, $6, $7)',
        [...values, kind.id, id, row[`v${index}`] ?? null, row['repeated'] ?? 0],
      )
  }
}

async function kindsWithRecords(client: PoolClient, scope: LedgerScope): Promise<WorkKind[]> {
  const table = ledgerTables.workKinds
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${selected(table, 't')} from work_kinds t where ${ofLedger('t')}
      and exists (select from work_records r where ${ofLedger('r')} and r.kind = t.id) order by t.position`,
    values: scopeValues(scope),
    rowMode: 'array',
  })
  return rows.map((cells) => table.fromCells(cells))
}
