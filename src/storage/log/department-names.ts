import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

const statement = `select distinct on (department) department, name from organisations
  where division = $1::text and department = any($2::text[]) and id = department order by department, year desc`

/** What departments with these codes are called in their latest ledger, by code; those without a ledger are left out. */
export async function departmentNames(
  database: Database,
  division: string,
  departments: Iterable<string>,
): Promise<Map<string, string>> {
  const rows = await lookInDivision<{ department: string; name: string }>(database, division, statement, (literal) => [
    literal(division),
    textsOf(departments, literal),
  ])
  return new Map(rows.map(({ department, name }) => [department, name]))
}
