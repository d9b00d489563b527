import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

/** An entry that others name by its id, in a ledger: `place` is 001/2023. */
export type NamedEntry = {
  readonly place: string
  readonly list: 'organisations' | 'projects' | 'indicators'
  readonly id: string
  readonly name: string
}

const named = { organisations: "coalesce(nullif(short_name, ''), name)", projects: 'name', indicators: 'name' }
const statement = Object.entries(named)
  .map(
    ([list, name]) => `select department || '/' || year as place, '${list}' as list, id, ${name} as name from ${list}
     where division = $1::text and department || '/' || year = any($2::text[]) and id = any($3::text[])`,
  )
  .join(' union all ')

/** What units, projects and indicators with these ids are called in these ledgers of a division, as they are now. */
export function namedEntries(
  database: Database,
  division: string,
  { places, ids }: { readonly places: Iterable<string>; readonly ids: Iterable<string> },
): Promise<NamedEntry[]> {
  return lookInDivision(database, division, statement, (literal) => [
    literal(division),
    textsOf(places, literal),
    textsOf(ids, literal),
  ])
}
