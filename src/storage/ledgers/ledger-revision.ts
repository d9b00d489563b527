import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'

/**
 * How often ledgers of one division were edited since the database was built or restored, in their order: two readings
 * with one answer found the same.
 * Undefined for one that is not there, or that the database as it is confined does not show.
 */
export async function ledgerRevisions(
  database: Database,
  division: string,
  ledgers: readonly Pick<LedgerScope, 'department' | 'year'>[],
): Promise<(string | undefined)[]> {
  const asked = [...new Map(ledgers.map((each) => [`${each.year}/${each.department}`, each])).values()]
  const rows = await lookInDivision<{ department: string; year: number; revision: string }>(
    database,
    division,
    `select l.department, l.year, e.id || '/' || l.revision as revision from ledgers l cross join database_epoch e
     where l.division = $1::text and (l.department, l.year) in (select * from unnest($2::text[], $3::int[]))`,
    (literal) => [
      literal(division),
      textsOf(
        asked.map(({ department }) => department),
        literal,
      ),
      `'{${asked.map(({ year }) => Math.trunc(year)).join(',')}}'`,
    ],
  )
  const found = new Map(rows.map(({ department, year, revision }) => [`${year}/${department}`, revision]))
  return ledgers.map(({ department, year }) => found.get(`${year}/${department}`))
}

/** The same of the ledgers of a division, those of every department and year together. */
export async function divisionRevision(database: Database, division: string): Promise<string> {
  const rows = await lookInDivision<{ revision: string }>(database, division, 'select division_revision() as revision')
  return rows[0]?.revision ?? ''
}
