import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../open-database.ts'
import type { Schema } from '../schema.ts'

/** A stored ledger: whose, of what year, how much it holds. `division` and `department` are codes. */
export type LedgerLine = {
  readonly division: string
  readonly divisionName: string
  readonly department: string
  readonly departmentName: string
  readonly year: number
  readonly payments: number
  readonly records: number
}

/** Every stored ledger, by division, department and year: for who looks after the database, not for a division's users. */
export async function listLedgers({ kysely }: Pick<Database, 'kysely'>): Promise<LedgerLine[]> {
  return kysely
    .selectFrom('ledgers as l')
    .innerJoin('divisions as d', 'd.division', 'l.division')
    .innerJoin('organisations as o', (join) =>
      join
        .onRef('o.division', '=', 'l.division')
        .onRef('o.department', '=', 'l.department')
        .onRef('o.year', '=', 'l.year')
        .onRef('o.id', '=', 'l.department'),
    )
    .select(['l.division', 'd.name as divisionName', 'l.department', 'o.name as departmentName', 'l.year'])
    .select((each) => [countOf(each, 'payments').as('payments'), countOf(each, 'work_records').as('records')])
    .orderBy('l.division')
    .orderBy('l.department')
    .orderBy('l.year')
    .$castTo<LedgerLine>()
    .execute()
}

type Ledgers = Schema & { l: Schema['ledgers'] }

function countOf(each: ExpressionBuilder<Ledgers, 'l'>, table: 'payments' | 'work_records') {
  return each
    .selectFrom(table)
    .whereRef(`${table}.division`, '=', 'l.division')
    .whereRef(`${table}.department`, '=', 'l.department')
    .whereRef(`${table}.year`, '=', 'l.year')
    .select(({ fn }) => fn.countAll<number>().as('count'))
}
