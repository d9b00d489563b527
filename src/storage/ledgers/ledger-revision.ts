import { settingsOf } from '../in-division.ts'
import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database, Within } from '../open-database.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'

/** A ledger somebody asks for, and what they may see of the division. */
export type AskedLedger = Pick<LedgerScope, 'department' | 'year'> & { readonly within?: Omit<Within, 'division'> }

/**
 * How often ledgers of one division were edited since the database was built or restored, in their order: two readings
 * with one answer found the same. Many people's questions are one look; each is answered by their own rights.
 * Undefined for one that is not there, or that who asks may not see.
 */
export async function ledgerRevisions(
  { pool }: Pick<Database, 'pool'>,
  division: string,
  ledgers: readonly AskedLedger[],
): Promise<(string | undefined)[]> {
  const asked = new Map(ledgers.map((each) => [nameOf(division, each), each]))
  const settings = [...asked.values()].map(({ within = {} }) => settingsOf({ division, ...within }))
  const rows = await lookInDivision<{ revisions: (string | null)[] }>(
    { pool },
    division,
    'select revisions_seen($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) as revisions',
    (literal) => [
      ...(['jiheng.department', 'jiheng.stages', 'jiheng.assignee'] as const).map((name) =>
        textsOf(
          settings.map((each) => each[name]),
          literal,
        ),
      ),
      textsOf(
        [...asked.values()].map(({ department }) => department),
        literal,
      ),
      `'{${[...asked.values()].map(({ year }) => Math.trunc(year)).join(',')}}'`,
    ],
  )
  const found = new Map([...asked.keys()].map((name, index) => [name, rows[0]?.revisions[index] ?? undefined]))
  return ledgers.map((each) => found.get(nameOf(division, each)))
}

/** Two questions with one name have one answer. */
function nameOf(division: string, { department, year, within = {} }: AskedLedger): string {
  const {
    'jiheng.department': own,
    'jiheng.stages': stages,
    'jiheng.assignee': assignee,
  } = settingsOf({ division, ...within })
  return `${year}/${department}/${own}/${stages}/${assignee}`
}

/** The same of the ledgers of a division, those of every department and year together. */
export async function divisionRevision(database: Database, division: string): Promise<string> {
  const rows = await lookInDivision<{ revision: string }>(database, division, 'select division_revision() as revision')
  return rows[0]?.revision ?? ''
}
