import type { SubmissionState } from '#domain/workflow.ts'
import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import type { LedgerLine } from './list-ledgers.ts'

/** A ledger a person may see, and where its set stands. */
export type LedgerStanding = LedgerLine & { readonly state: SubmissionState }

/** The ledgers of a division that the database, as it is confined, shows: by department and year, the latest year first. */
export function ledgersOfDivision(database: Database, division: string): Promise<LedgerStanding[]> {
  const count = (table: string) =>
    `(select count(*) from ${table} t where (t.division, t.department, t.year) = (l.division, l.department, l.year))`
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<LedgerStanding>(
        `select l.division, d.name as "divisionName", l.department, o.name as "departmentName", l.year,
           ${count('payments')} as payments, ${count('work_records')} as records,
           coalesce((select s.state from submission_steps s
             where (s.division, s.department, s.year) = (l.division, l.department, l.year)
             order by s.seq desc limit 1), 'draft') as state
         from ledgers l join divisions d using (division)
           join organisations o on (o.division, o.department, o.year, o.id) = (l.division, l.department, l.year, l.department)
         where l.division = $1 order by l.department, l.year desc`,
        [division],
      )
      return rows
    },
    { snapshot: true },
  )
}
