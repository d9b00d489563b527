import type { PoolClient } from 'pg'
import type { RequestStep } from '#domain/year/expenditure.ts'
import { logAction } from '../log/log-action.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { countEdit } from '../workflow/ledger-state.ts'

/** A step as stored; `rule` is the sign-off rule the request is signed by, as JSON, where the step fixed it. */
export type StoredStep = RequestStep & { readonly request: string; readonly rule?: unknown }
export type NewRequestStep = Omit<StoredStep, 'seq' | 'at'>

type Row = Omit<StoredStep, 'decision'> & { decision_date: string | null; decision_minutes: string | null }

/** The steps of a ledger's requests, the first first; with `request` of that one only. */
export async function requestStepsOf(client: PoolClient, scope: LedgerScope, request?: string): Promise<StoredStep[]> {
  const { rows } = await client.query<Row>(
    `select s.request, s.seq, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.who, s.login,
       s.role, s.action, s.state, s.signed, s.comment, s.decision_date::text, s.decision_minutes, s.voucher, s.rule
     from expenditure_steps s where ${ofLedger('s')} and ($4::text is null or s.request = $4) order by s.request, s.seq`,
    [...scopeValues(scope), request ?? null],
  )
  return rows.map(({ decision_date: date, decision_minutes: minutes, ...row }) => {
    const step = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as StoredStep
    return date === null || minutes === null ? step : { ...step, decision: { date, minutes } }
  })
}

/** Adds a step to a request of a ledger that is held; it goes into the log too. */
export async function addRequestStep(client: PoolClient, scope: LedgerScope, step: NewRequestStep): Promise<void> {
  const { request, who, login, role, action, state, signed, comment, decision, voucher, rule } = step
  const fixed = rule === undefined ? null : JSON.stringify(rule)
  const detail = [signed, comment, decision?.date, decision?.minutes, voucher, fixed]
  await client.query(
    `insert into expenditure_steps (division, department, year, request, seq, who, login, role, action, state, signed,
       comment, decision_date, decision_minutes, voucher, rule)
     select $1, $2, $3, $4, coalesce(max(s.seq), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
     from expenditure_steps s where ${ofLedger('s')} and s.request = $4`,
    [...scopeValues(scope), request, who, login, role, action, state, ...detail],
  )
  await countEdit(client, scope)
  const target = `expenditure_requests:${scope.department}/${scope.year}/${request}`
  const after = { state, signed, comment, voucher, ...decision }
  await logAction(client, scope.division, { who: `${who}（${login}）`, action, target, after })
}

/** What was paid by project (null: basic) and function code: 元 as a decimal. */
export async function paidSums(
  client: PoolClient,
  scope: LedgerScope,
): Promise<{ readonly project: string | null; readonly account: string; readonly amount: string }[]> {
  const { rows } = await client.query<{ project: string | null; account: string; amount: string }>(
    `select p.project, p.account, sum(p.amount)::text as amount from payments p where ${ofLedger('p')} group by 1, 2`,
    scopeValues(scope),
  )
  return rows
}

/** The payment of a voucher, 元 as a decimal. */
export async function paymentOf(
  client: PoolClient,
  scope: LedgerScope,
  voucher: string,
): Promise<{ readonly project: string | null; readonly account: string; readonly amount: string } | undefined> {
  const { rows } = await client.query<{ project: string | null; account: string; amount: string }>(
    `select p.project, p.account, p.amount::text as amount from payments p where ${ofLedger('p')} and p.voucher = $4`,
    [...scopeValues(scope), voucher],
  )
  return rows[0]
}
