import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'

/** A set that was accepted; `acceptedAt` UTC, ISO 8601. */
export type Publication = {
  readonly division: string
  readonly divisionName: string
  readonly department: string
  readonly departmentName: string
  readonly year: number
  readonly acceptedAt: string
}

/** The sets of a division whose last step accepted them: the latest year first, then by department. */
export function publishedLedgers(database: Database, division: string): Promise<Publication[]> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<Publication>(
        `select l.division, d.name as "divisionName", l.department, o.name as "departmentName", l.year,
           to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "acceptedAt"
         from ledgers l join divisions d using (division)
           join organisations o on (o.division, o.department, o.year, o.id) = (l.division, l.department, l.year, l.department)
           cross join lateral (select s.at, s.state from submission_steps s
             where (s.division, s.department, s.year) = (l.division, l.department, l.year)
             order by s.seq desc limit 1) s
         where l.division = $1 and s.state = 'accepted' order by l.year desc, l.department`,
        [division],
      )
      return rows
    },
    { snapshot: true },
  )
}
