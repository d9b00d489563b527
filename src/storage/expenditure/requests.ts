import { Big } from 'big.js'
import type { PoolClient } from 'pg'
import type { ExpenditureRequest } from '#domain/year/expenditure.ts'
import { logAction } from '../log/log-action.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { countEdit } from '../workflow/ledger-state.ts'

type Row = {
  id: string
  organisation: string
  project: string | null
  account: string
  economic: string
  budget_line: string | null
  amount: string
  purpose: string
  payee: string
}
const columns = 'id, organisation, project, account, economic, budget_line, amount, purpose, payee'

/** The requests of a ledger, the latest first; with `id` that one only. */
export async function requestsOf(client: PoolClient, scope: LedgerScope, id?: string): Promise<ExpenditureRequest[]> {
  const { rows } = await client.query<Row>(
    `select ${columns.replace('amount', 'amount::text')} from expenditure_requests r
     where ${ofLedger('r')} and ($4::text is null or id = $4) order by length(id) desc, id desc`,
    [...scopeValues(scope), id ?? null],
  )
  return rows.map(({ project, budget_line: line, amount, ...request }) => ({
    ...request,
    amount: new Big(amount),
    ...(project === null ? {} : { project }),
    ...(line === null ? {} : { budgetLine: line }),
  }))
}

/** Stores a new request of a ledger that is held and gives its number: 1, 2, 3 … within the ledger. */
export async function addRequest(
  client: PoolClient,
  scope: LedgerScope,
  request: Omit<ExpenditureRequest, 'id'>,
  who: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into expenditure_requests (division, department, year, ${columns})
     select $1, $2, $3, (1 + count(*))::text, $4, $5, $6, $7, $8, $9, $10, $11 from expenditure_requests r
     where ${ofLedger('r')} returning id`,
    [...scopeValues(scope), ...contentOf(request)],
  )
  const id = rows[0]?.id ?? ''
  await log(client, scope, id, who, 'add', request)
  return id
}

/** Changes a request nobody has signed; the database refuses one that was. */
export async function changeRequest(
  client: PoolClient,
  scope: LedgerScope,
  { id, ...request }: ExpenditureRequest,
  who: string,
): Promise<void> {
  await client.query(
    `update expenditure_requests r set organisation = $5, project = $6, account = $7, economic = $8, budget_line = $9,
       amount = $10, purpose = $11, payee = $12 where ${ofLedger('r')} and r.id = $4`,
    [...scopeValues(scope), id, ...contentOf(request)],
  )
  await log(client, scope, id, who, 'change', request)
}

function contentOf(request: Omit<ExpenditureRequest, 'id'>): unknown[] {
  const { organisation, project, account, economic, budgetLine, amount, purpose, payee } = request
  return [organisation, project ?? null, account, economic, budgetLine ?? null, amount.toFixed(2), purpose, payee]
}

async function log(client: PoolClient, scope: LedgerScope, id: string, who: string, action: string, after: object) {
  await countEdit(client, scope)
  const target = `expenditure_requests:${scope.department}/${scope.year}/${id}`
  return logAction(client, scope.division, { who, action, target, after: { ...after } })
}
