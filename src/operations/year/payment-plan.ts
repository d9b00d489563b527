import { decimalOf } from '#domain/decimal-text.ts'
import type { PaymentPlan, PaymentPlanState, PlanReference } from '#domain/year/payment-plan.ts'
import { asPaymentPlan, curveKind, meanPlan } from '#rules/ledger/payment-plan.ts'
import { type LastPlanChange, editPaymentPlan } from '#storage/ledgers/edit-payment-plan.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { yearsBefore } from '../indicators/earlier-actuals.ts'
import { ledgerOrNone } from '../ledgers/ledger-or-none.ts'
import { paymentPlanShape } from '../ledgers/payment-plan-shape.ts'
import { Refused } from '../refused.ts'
import { monitoringPlan } from './monitoring-plan.ts'
import { readExecution } from './read-execution.ts'

/** 既定支付进度 of a stored ledger, and what it may be set after. throws StorageProblem ledger-missing */
export async function readPaymentPlan(database: Database, scope: LedgerScope): Promise<PaymentPlanState> {
  const ledger = await loadLedger(database, scope, { without: heavy })
  const { own, curve } = monitoringPlan(ledger)
  const earlier = await Promise.all(yearsBefore(scope.year).map((year) => yearOrNone(database, { ...scope, year })))
  const years = earlier.flatMap((each) => each ?? [])
  return { ...(own ? { own } : {}), curve, curveBy: curveKind(curve), references: referencesOf(years, scope.year - 1) }
}

const heavy = ['payments', 'workRecords', 'sections', 'evidence', 'indicators', 'monitoring'] as const

type EarlierYear = {
  readonly year: number
  readonly paid: PaymentPlan | undefined
  readonly own: PaymentPlan | undefined
}

async function yearOrNone(database: Database, scope: LedgerScope): Promise<EarlierYear | undefined> {
  const ledger = await ledgerOrNone(database, scope)
  if (!ledger) return undefined
  const { months } = await readExecution(database, scope)
  return { year: scope.year, paid: asPaymentPlan(months.map(({ share }) => share)), own: ledger.paymentPlan }
}

function referencesOf(years: readonly EarlierYear[], last: number): PlanReference[] {
  const known = years.flatMap(({ year, paid }) => (paid ? [{ year, paid }] : []))
  const paidLast = known.find(({ year }) => year === last)?.paid
  const planLast = years.find(({ year }) => year === last)?.own
  return [
    ...(paidLast ? [{ kind: 'last-year' as const, years: [last], shares: paidLast }] : []),
    ...(known.length > 1
      ? [
          {
            kind: 'mean' as const,
            years: known.map(({ year }) => year),
            shares: meanPlan(known.map(({ paid }) => paid)),
          },
        ]
      : []),
    ...(planLast ? [{ kind: 'last-plan' as const, years: [last], shares: planLast }] : []),
  ]
}

/** A plan as its reader saw it and as it shall be, null for none. */
export type PlanChange = { readonly was: readonly string[] | null; readonly set: readonly string[] | null }

/** What somebody else made of the plan in between, null none. */
export type PlanConflict = LastPlanChange & { readonly stored: readonly string[] | null }

/**
 * Sets a ledger's 既定支付进度, or none, and gives it as it is now. One that is stored just so already is no fault: a change may
 * come twice.
 * throws   Refused ledger-refused with the months to mend, entry-changed with a PlanConflict; StorageProblem
 */
export async function changePaymentPlan(
  database: Database,
  scope: LedgerScope,
  { was, set }: PlanChange,
  who: string,
): Promise<{ readonly own: readonly string[] | null }> {
  const next = set === null ? undefined : parsed(set)
  const known = [
    saidOf(was === null ? undefined : was.map((share) => decimalOf(share) ?? share)),
    saidOf(textsOf(next)),
  ]
  const edit = async (stored: PaymentPlan | undefined, last: () => Promise<LastPlanChange>) => {
    const texts = textsOf(stored)
    if (known.includes(saidOf(texts))) return next
    throw new Refused('entry-changed', undefined, { stored: texts ?? null, ...(await last()) } satisfies PlanConflict)
  }
  return { own: textsOf(await editPaymentPlan(database, scope, edit, who)) ?? null }
}

/** throws Refused ledger-refused, naming every month to mend */
function parsed(shares: readonly string[]): PaymentPlan {
  const shaped = paymentPlanShape.safeParse(shares)
  if (shaped.success) return shaped.data
  const issues = shaped.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  const sentence = issues.map(({ message }) => message).join('；')
  throw new Refused('ledger-refused', `既定支付进度没有保存。${sentence}。`, { issues })
}

function textsOf(plan: PaymentPlan | undefined): string[] | undefined {
  return plan?.map((share) => share.toFixed())
}

function saidOf(texts: readonly string[] | undefined): string {
  return texts?.join(' ') ?? ''
}
