import { Big } from 'big.js'
import { divide, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Interval, baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPercent, named, printed } from './print.ts'

const one = new Big(1)
/** Halvings of the span in which the yearly rate is sought: finer than any printed percent. */
const halvings = 40

/** base × (1 ± rate)^years = current, as intervals. */
export function judgeCompound(claim: Claim, form: Extract<ClaimForm, { is: 'compound' }>): Verdict {
  const { current, base, rate, years, direction } = form
  const terms = [rate, current, base]
  const [now, prior, told] = [current, base, rate].map(({ figure }) => intervalOf(figure.quantity)) as [
    Interval,
    Interval,
    Interval,
  ]
  if (prior.low.lte(0)) return { outcome: 'undetermined', missing: '不为零的基数' }
  const factors = [told.low, told.high].map((each) => one.plus(each.times(direction)).pow(years))
  const [less, more] = factors.toSorted((left, right) => left.cmp(right)) as [Big, Big]
  if (meets(now, { low: prior.low.times(less), high: prior.high.times(more) })) return holds(terms)
  const value = yearlyRate(divide(baseValue(current.figure.quantity), baseValue(base.figure.quantity)), years)
  return contradiction(claim, {
    message: `“${named(rate)}”与计算结果${asPercent(value.times(direction))}不一致：${named(base)}，${named(current)}，相隔${years}年`,
    expression: `(${printed(current)} ÷ ${printed(base)})^(1/${years}) − 1 = ${asPercent(value)} ≠ ${printed(rate)}`,
    difference: value.times(direction).minus(baseValue(rate.figure.quantity)).abs(),
    unit: rate.figure.quantity.unit,
    terms,
  })
}

/** The rate a year that makes so many times as much in so many years. */
function yearlyRate(times: Big, years: number): Big {
  let [low, high] = [new Big(0), times.plus(1)]
  for (let step = 0; step < halvings; step += 1) {
    const middle = low.plus(high).div(2)
    if (middle.pow(years).lt(times)) low = middle
    else high = middle
  }
  return low.minus(1).round(8)
}
