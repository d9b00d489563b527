import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** How many records of each kind of a ledger are dated outside its fiscal year: no count of the year takes them in. */
export function readRecordsOutside(database: Database, scope: LedgerScope): Promise<ReadonlyMap<string, number>> {
  return inDivision(database, scope.division, async (client) => {
    const { rows } = await client.query<{ kind: string; records: number }>(
      `select kind, count(*)::integer as records from work_records t
       where ${ofLedger('t')} and (t.date < make_date($3, 1, 1) or t.date > make_date($3, 12, 31)) group by kind`,
      scopeValues(scope),
    )
    return new Map(rows.map(({ kind, records }) => [kind, records]))
  })
}
