import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import { numberIn } from '#domain/decimal-text.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { MonitoringPlan } from '#domain/year/execution.ts'
import type { PaymentPlan } from '#domain/year/payment-plan.ts'
import type { IndicatorProgress, RoundProgress } from '#domain/year/round.ts'
import { countedSoFar } from './counted-so-far.ts'
import { progressWarning } from './facts/execution.ts'
import { isSpendingKnown } from './facts/spending-known.ts'
import { curveKind, plannedShare, spendingCurve, spendingPlannedBy } from './payment-plan.ts'

const places = 2

/**
 * Spending and goals of a ledger on a day YYYY-MM-DD of its year, each beside the plan. 既定支付进度 is of payments alone: goals
 * are held to the pack's curve.
 */
export function roundProgress(ledger: Ledger, until: string, plan: MonitoringPlan): RoundProgress {
  const curve = spendingCurve(plan)
  const planned = plannedShare(curve, until)
  const reached = plannedShare(plan.curve, until)
  const final = addUp(ledger.budgetLines.map(({ kind, amount }) => (kind === 'reduction' ? amount.times(-1) : amount)))
  const spent = addUp(ledger.payments.filter(({ date }) => date <= until).map(({ amount }) => amount))
  const share = final.gt(0) && isSpendingKnown(ledger.payments, until) ? spent.div(final) : undefined
  const typed = new Map(
    ledger.monitoring.find((round) => round.until === until)?.values.map(({ indicator, value }) => [indicator, value]),
  )
  return {
    until,
    spent,
    final,
    planned,
    plannedBy: spendingPlannedBy(plan),
    goalsBy: curveKind(plan.curve),
    ...(share ? { share, warning: progressWarning(share, planned, plan) } : {}),
    ...(share && planned.gt(0) ? { paymentRate: share.div(planned) } : {}),
    ...(share ? forecastOf(spent.times(wholeYear(curve)), planned) : {}),
    indicators: ledger.indicators.map((indicator) => {
      const { value: counted, leftOut } = countedSoFar(indicator, ledger, until)
      const value = numberIn(typed.get(indicator.id) ?? counted?.toFixed() ?? '', indicator.unit)
      return {
        indicator: indicator.id,
        ...(counted ? { counted } : {}),
        ...(leftOut ? { leftOut } : {}),
        ...(value === undefined ? {} : progressOf(indicator, new Big(value), reached, plan)),
      }
    }),
  }
}

/** A rate is held to its whole target at any time, a ceiling is kept or not, what adds up is held to the plan. */
function progressOf(
  { sign, target, unit }: IndicatorEntry,
  value: Big,
  planned: Big,
  plan: MonitoringPlan,
): Omit<IndicatorProgress, 'indicator' | 'counted'> {
  if (sign === '定性' || typeof target === 'string') return {}
  if (sign === '≤' || sign === '<') return { warning: value.lte(target) ? 'green' : 'red' }
  if (target.lte(0)) return {}
  const share = value.div(target)
  const asked = unit === '%' ? new Big(1) : planned
  return { share, planned: asked, warning: progressWarning(share, asked, plan), ...forecastOf(value, asked) }
}

/** The share of 全年预算 a curve ends the year with: a plan may leave some of it unpaid. */
function wholeYear(curve: PaymentPlan): Big {
  return (curve.at(-1) ?? new Big(100)).div(100)
}

function forecastOf(value: Big, planned: Big): { readonly forecast?: Big } {
  return planned.gt(0) ? { forecast: value.div(planned).round(places, Big.roundHalfUp) } : {}
}
