import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'

/**
 * How often ledgers of one division were edited since the database was built or restored, in their order: two readings
 * with one answer found the same.
 * Undefined for one that is not there, or that the database as it is confined does not show.
 */
export function ledgerRevisions(
  database: Database,
  division: string,
  ledgers: readonly Pick<LedgerScope, 'department' | 'year'>[],
): Promise<(string | undefined)[]> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<{ department: string; year: number; revision: string }>(
        `select l.department, l.year, e.id || '/' || l.revision as revision from ledgers l cross join database_epoch e
         where l.division = $1 and (l.department, l.year) in (select * from unnest($2::text[], $3::int[]))`,
        [division, ledgers.map(({ department }) => department), ledgers.map(({ year }) => year)],
      )
      const found = new Map(rows.map(({ department, year, revision }) => [`${year}/${department}`, revision]))
      return ledgers.map(({ department, year }) => found.get(`${year}/${department}`))
    },
    { snapshot: true },
  )
}

/** The same of the ledgers of a division, those of every department and year together. */
export function divisionRevision(database: Database, division: string): Promise<string> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<{ revision: string }>('select division_revision() as revision')
      return rows[0]?.revision ?? ''
    },
    { snapshot: true },
  )
}
