import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** Payments of a project (absent: basic spending), function code and month (1 to 12): 元 as a decimal, and how many. */
export type PaymentSum = {
  readonly project?: string
  readonly account: string
  readonly month: number
  readonly amount: string
  readonly count: number
}

/** What was paid by project, function code and month: the sums a page draws every total from. */
export function sumPayments(database: Database, scope: LedgerScope): Promise<PaymentSum[]> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows } = await client.query<PaymentSum & { project: string | null }>(
        `select t.project, t.account, extract(month from t.date)::int as month, sum(t.amount)::text as amount,
           count(*) as count from payments t where ${ofLedger('t')} group by 1, 2, 3 order by 1, 2, 3`,
        scopeValues(scope),
      )
      return rows.map(({ project, ...sum }) => (project === null ? sum : { ...sum, project }))
    },
    { snapshot: true },
  )
}

/** What was paid by economic code, 元 as decimals. */
export function sumByEconomic(
  database: Database,
  scope: LedgerScope,
): Promise<{ readonly economic: string; readonly amount: string }[]> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows } = await client.query<{ economic: string; amount: string }>(
        `select t.economic, sum(t.amount)::text as amount from payments t where ${ofLedger('t')} group by 1 order by 1`,
        scopeValues(scope),
      )
      return rows
    },
    { snapshot: true },
  )
}
