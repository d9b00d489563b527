import type { PoolClient } from 'pg'
import type { SubmissionState } from '#domain/workflow.ts'
import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import type { LedgerLine } from './list-ledgers.ts'

/** A ledger a person may see, and where its set stands. */
export type LedgerStanding = LedgerLine & { readonly state: SubmissionState }

type Counts = Pick<LedgerLine, 'payments' | 'records'>
type Uncounted = Omit<LedgerStanding, keyof Counts> & { readonly revision: string }

/** Counting a million payments takes a while: what was counted of a ledger holds until it is edited. */
const counted = new WeakMap<Database['pool'], Map<string, Counts & { readonly revision: string }>>()

/** The ledgers of a division that the database, as it is confined, shows: by department and year, the latest year first. */
export function ledgersOfDivision(database: Database, division: string): Promise<LedgerStanding[]> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<Uncounted>(uncounted, [division])
      const shelf = counted.get(database.pool) ?? new Map()
      counted.set(database.pool, shelf)
      const nameOf = ({ department, year }: Uncounted) => `${division}/${department}/${year}`
      const edited = rows.filter((row) => shelf.get(nameOf(row))?.revision !== row.revision)
      for (const [index, counts] of (await countsOf(client, division, edited)).entries()) {
        const row = edited[index]
        if (row) shelf.set(nameOf(row), { ...counts, revision: row.revision })
      }
      return rows.map((row) => {
        const { revision: _, ...line } = row
        const { payments = 0, records = 0 } = shelf.get(nameOf(row)) ?? {}
        return { ...line, payments, records }
      })
    },
    { snapshot: true },
  )
}

const uncounted = `
  select l.division, d.name as "divisionName", l.department, o.name as "departmentName", l.year,
    coalesce((select s.state from submission_steps s
      where (s.division, s.department, s.year) = (l.division, l.department, l.year)
      order by s.seq desc limit 1), 'draft') as state,
    e.id || '/' || l.revision as revision
  from ledgers l join divisions d using (division) cross join database_epoch e
    join organisations o on (o.division, o.department, o.year, o.id) = (l.division, l.department, l.year, l.department)
  where l.division = $1 order by l.department, l.year desc`

/** In the order of the ledgers. */
async function countsOf(client: PoolClient, division: string, ledgers: readonly Uncounted[]): Promise<Counts[]> {
  if (ledgers.length === 0) return []
  const count = (table: string) =>
    `(select count(*) from ${table} t where (t.division, t.department, t.year) = ($1, l.department, l.year))`
  const { rows } = await client.query<Counts>(
    `select ${count('payments')} as payments, ${count('work_records')} as records
     from unnest($2::text[], $3::int[]) with ordinality l (department, year, at) order by l.at`,
    [division, ledgers.map(({ department }) => department), ledgers.map(({ year }) => year)],
  )
  return rows
}
