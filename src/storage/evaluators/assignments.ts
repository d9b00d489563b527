import type { PoolClient } from 'pg'
import { lookInDivision } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'
import { logAction } from '../log/log-action.ts'
import { type LedgerScope, requireLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** A set given to an evaluator; `login` the evaluator's, `by` who gave it, `at` UTC, ISO 8601. */
export type Assignment = Pick<LedgerScope, 'department' | 'year'> & {
  readonly login: string
  readonly by: string
  readonly at: string
}

/** An evaluator of a division, as the log and the table of assignments know them. */
export type Evaluator = { readonly id: string; readonly login: string; readonly name: string }

/** Every set that is given to an evaluator, by department, year and login. */
export function assignmentsOf(database: Database, division: string): Promise<Assignment[]> {
  return lookInDivision<Assignment>(
    database,
    division,
    `select e.department, e.year, a.login, e.assigned_by as by,
       to_char(e.assigned at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from evaluator_assignments e join accounts a on a.division = e.division and a.id = e.evaluator
     where e.division = $1::text order by e.department, e.year, a.login`,
    (literal) => [literal(division)],
  )
}

/** Gives a set to an evaluator; a set they have already is left as it is. throws StorageProblem ledger-missing */
export async function assign(client: PoolClient, scope: LedgerScope, evaluator: Evaluator, who: string): Promise<void> {
  await requireLedger(client, scope)
  const { rowCount } = await client.query(
    `insert into evaluator_assignments (division, department, year, evaluator, assigned_by) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [...scopeValues(scope), evaluator.id, who],
  )
  if (rowCount) await note(client, scope, evaluator, { who, action: 'assign' })
}

/** Takes a set back from an evaluator; one they do not have is left as it is. throws StorageProblem ledger-missing */
export async function withdraw(
  client: PoolClient,
  scope: LedgerScope,
  evaluator: Evaluator,
  who: string,
): Promise<void> {
  await requireLedger(client, scope)
  const { rowCount } = await client.query(
    'delete from evaluator_assignments e where e.division = $1 and e.department = $2 and e.year = $3 and e.evaluator = $4',
    [...scopeValues(scope), evaluator.id],
  )
  if (rowCount) await note(client, scope, evaluator, { who, action: 'take-back' })
}

async function note(
  client: PoolClient,
  { division, department, year }: LedgerScope,
  { login, name }: Evaluator,
  done: { readonly who: string; readonly action: string },
): Promise<void> {
  await logAction(client, division, { ...done, target: `evaluators:${department}/${year}`, after: { login, name } })
}
