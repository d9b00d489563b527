import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

/** The kinds of work ledger with these ids that departments of a division have, each as its latest year has it. */
export function ownKinds(
  database: Database,
  division: string,
  ids: Iterable<string>,
): Promise<(WorkKind & { readonly department: string })[]> {
  return lookInDivision(
    database,
    division,
    `select distinct on (department, id) department, id, name, fields, key, counts from work_kinds
     where division = $1::text and id = any($2::text[]) order by department, id, year desc`,
    (literal) => [literal(division), textsOf(ids, literal)],
  )
}
