import type { PoolClient } from 'pg'
import { Big } from 'big.js'
import type { PaymentPlan } from '#domain/year/payment-plan.ts'
import { inDivision } from '../in-division.ts'
import { logAction } from '../log/log-action.ts'
import type { Database } from '../open-database.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'

/** Numbers of the database's as a plan, or none. `stored`: as text, for they are exact. */
export function planOf(stored: readonly string[] | null): PaymentPlan | undefined {
  return stored?.map((share) => new Big(share))
}

/** A plan as the database and the log take it. */
export function planTexts(plan: PaymentPlan | undefined): string[] | null {
  return plan?.map((share) => share.toFixed()) ?? null
}

/** Who changed a ledger's plan last, and when, UTC ISO 8601; absent where it came with the whole ledger. */
export type LastPlanChange = { readonly who?: string; readonly at?: string }

/**
 * Replaces a ledger's 既定支付进度 by what `edit` makes of it, alone among its writers; the log says from what to what. An edit
 * that leaves it as it is changes nothing.
 * throws   StorageProblem ledger-locked, ledger-missing; whatever `edit` throws
 */
export function editPaymentPlan(
  database: Database,
  scope: LedgerScope,
  edit: (stored: PaymentPlan | undefined, last: () => Promise<LastPlanChange>) => Promise<PaymentPlan | undefined>,
  who: string,
): Promise<PaymentPlan | undefined> {
  const target = `ledgers:${scope.department}/${scope.year}`
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const { rows } = await client.query<{ plan: string[] | null }>(
      `select payment_plan::text[] as plan from ledgers l where ${ofLedger('l')}`,
      scopeValues(scope),
    )
    const stored = planOf(rows[0]?.plan ?? null)
    const next = await edit(stored, () => lastPlanChange(client, scope.division, target))
    const [before, after] = [planTexts(stored), planTexts(next)]
    if (String(before) === String(after)) return stored
    await client.query(`update ledgers l set payment_plan = $4::text[]::numeric[] where ${ofLedger('l')}`, [
      ...scopeValues(scope),
      after,
    ])
    const told = { before: { payment_plan: before }, after: { payment_plan: after } }
    await logAction(client, scope.division, { who, action: 'change', target, ...told })
    return next
  })
}

async function lastPlanChange(client: PoolClient, division: string, target: string): Promise<LastPlanChange> {
  const { rows } = await client.query<{ who: string; at: string }>(
    `select who, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from change_log
     where division = $1 and target = $2 and action = 'change'
       and before -> 'payment_plan' is distinct from after -> 'payment_plan' order by seq desc limit 1`,
    [division, target],
  )
  return rows[0] ?? {}
}
