import type { ColumnType, Generated } from 'kysely'

/** Columns of the tables that are queried one by one; the lists of a ledger go through tables/ledger-tables.ts. */
export type Schema = {
  divisions: { division: string; name: string }
  ledgers: {
    division: string
    department: string
    year: number
    pack: string
    saving_measures: string | null
    issue_date: string | null
    payment_plan: string[] | null
  }
  organisations: { division: string; department: string; year: number; id: string; name: string }
  payments: LedgerRow
  work_records: LedgerRow
  change_log: ChangeLogTable
}

type LedgerRow = { division: string; department: string; year: number }

type ChangeLogTable = {
  division: string
  seq: Generated<number>
  at: Generated<string>
  who: string
  action: string
  target: string
  before: ColumnType<unknown, string | null, never>
  after: ColumnType<unknown, string | null, never>
  hash: Generated<Buffer>
}
