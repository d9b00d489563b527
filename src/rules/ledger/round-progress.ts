import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import { numberIn } from '#domain/decimal-text.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { MonitoringPlan } from '#domain/year/execution.ts'
import type { IndicatorProgress, RoundProgress } from '#domain/year/round.ts'
import { countedSoFar } from './counted-so-far.ts'
import { progressWarning } from './facts/execution.ts'
import { isSpendingKnown } from './facts/spending-known.ts'

const places = 2

/** Spending and goals of a ledger on a day YYYY-MM-DD of its year, each beside the plan. */
export function roundProgress(ledger: Ledger, until: string, plan: MonitoringPlan): RoundProgress {
  const planned = plannedShare(plan, until)
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
    ...(share ? { share, warning: progressWarning(share, planned, plan), ...forecastOf(spent, planned) } : {}),
    indicators: ledger.indicators.map((indicator) => {
      const { value: counted, leftOut } = countedSoFar(indicator, ledger, until)
      const value = numberIn(typed.get(indicator.id) ?? counted?.toFixed() ?? '', indicator.unit)
      return {
        indicator: indicator.id,
        ...(counted ? { counted } : {}),
        ...(leftOut ? { leftOut } : {}),
        ...(value === undefined ? {} : progressOf(indicator, new Big(value), planned, plan)),
      }
    }),
  }
}

/** The plan's share of the year's budget on a day; between two months' ends it grows evenly by the day. */
export function plannedShare({ curve }: MonitoringPlan, until: string): Big {
  const [year = 0, month = 1, day = 1] = until.split('-').map(Number)
  const before = new Big(curve[month - 2] ?? 0)
  const after = new Big(curve[month - 1] ?? 100)
  return before.plus(after.minus(before).times(day).div(daysIn(year, month))).div(100)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
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

function forecastOf(value: Big, planned: Big): { readonly forecast?: Big } {
  return planned.gt(0) ? { forecast: value.div(planned).round(places, Big.roundHalfUp) } : {}
}
