import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { MonitoringPlan } from '#domain/year/execution.ts'
import { type PaymentPlan, type PlannedBy, evenPlan, monthsOfYear } from '#domain/year/payment-plan.ts'
import { daysInMonth } from '../dates/days-in-month.ts'

const whole = new Big(100)
const places = 2

/** What spending is held to: the department's own 既定支付进度 where it set one, else its pack's curve. */
export function spendingCurve({ own, curve }: MonitoringPlan): PaymentPlan {
  return own ?? curve
}

/** By what spendingCurve goes. */
export function spendingPlannedBy(plan: MonitoringPlan): PlannedBy {
  return plan.own ? 'own' : curveKind(plan.curve)
}

/** Whether a pack's curve is 序时进度: a twelfth of the whole each month, as closely as it is written. */
export function curveKind(curve: PaymentPlan): Exclude<PlannedBy, 'own'> {
  const isEven = evenPlan.every((share, index) => curve[index]?.round(places, Big.roundHalfUp).eq(share))
  return isEven ? 'even' : 'pack'
}

/** A curve's share of the whole on a day YYYY-MM-DD; between two months' ends it grows evenly by the day. */
export function plannedShare(curve: PaymentPlan, until: string): Big {
  const [, month = 1, day = 1] = until.split('-').map(Number)
  const before = curve[month - 2] ?? new Big(0)
  const after = curve[month - 1] ?? whole
  return before.plus(after.minus(before).times(day).div(daysInMonth(until))).div(100)
}

/**
 * What was paid by each month's end of a past year as a plan can take it: % with two places; where money came back, the
 * month before; what was paid beyond the budget is 100. `shares`: of the year's final budget. Undefined where a month is
 * not known.
 */
export function asPaymentPlan(shares: readonly (Big | undefined)[]): PaymentPlan | undefined {
  let reached = new Big(0)
  const plan = shares.flatMap((share) => {
    if (share === undefined) return []
    const percent = share.times(100).round(places, Big.roundHalfUp)
    if (percent.gt(reached)) reached = percent.gt(whole) ? whole : percent
    return [reached]
  })
  return plan.length === monthsOfYear ? plan : undefined
}

/** The mean of plans, month by month, two places. */
export function meanPlan(plans: readonly PaymentPlan[]): PaymentPlan {
  return Array.from({ length: monthsOfYear }, (_, index) =>
    addUp(plans.map((plan) => plan[index] ?? whole))
      .div(plans.length)
      .round(places, Big.roundHalfUp),
  )
}
