import { Big } from 'big.js'
import { type Interval, type Quantity, baseValue, intervalOf, ulpOf } from './quantity.ts'

/**
 * How well a printed number agrees with what others make of it.
 *
 * fits       the intervals meet
 * truncated  it was cut off instead of rounded: 97.77 for 97.777…
 * near       beyond rounding by less than one unit of its last place
 * off        a contradiction
 */
export type Fit = 'fits' | 'truncated' | 'near' | 'off'

const zero = new Big(0)
const Precise = Big()
Precise.DP = 30

/** Σ of intervals. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  return {
    low: intervals.reduce((sum, each) => sum.plus(each.low), zero),
    high: intervals.reduce((sum, each) => sum.plus(each.high), zero),
  }
}

/** left − right. */
export function subtractIntervals(left: Interval, right: Interval): Interval {
  return { low: left.low.minus(right.high), high: left.high.minus(right.low) }
}

/** left × right, for intervals that may touch zero. */
export function multiplyIntervals(left: Interval, right: Interval): Interval {
  const products = [
    left.low.times(right.low),
    left.low.times(right.high),
    left.high.times(right.low),
    left.high.times(right.high),
  ]
  return { low: least(products), high: greatest(products) }
}

/** numerator ÷ denominator, or undefined when the denominator may be zero. */
export function divideIntervals(numerator: Interval, denominator: Interval): Interval | undefined {
  if (denominator.low.lte(0) && denominator.high.gte(0)) return undefined
  if (denominator.low.gt(0) && numerator.low.gte(0)) {
    return { low: divide(numerator.low, denominator.high), high: divide(numerator.high, denominator.low) }
  }
  const quotients = [numerator.low, numerator.high].flatMap((top) => [
    divide(top, denominator.low),
    divide(top, denominator.high),
  ])
  return { low: least(quotients), high: greatest(quotients) }
}

/** Whether two intervals have a point in common. */
export function meets(left: Interval, right: Interval): boolean {
  return left.low.lte(right.high) && right.low.lte(left.high)
}

/**
 * Whether two printed numbers can be one and the same, rounded twice: 1.00 and 1.01 cannot, though their intervals
 * touch; 0.85 and 0.9 can. Rates may have been cut off instead of rounded: for them touching is enough.
 */
export function statesSame(left: Quantity, right: Quantity): boolean {
  const [one, two] = [intervalOf(left), intervalOf(right)]
  const closed = [left, right].some(({ unit, looseness }) => unit.kind === 'share' || looseness !== 'exact')
  if (closed || one.low.eq(one.high) || two.low.eq(two.high)) return meets(one, two)
  return one.low.lt(two.high) && two.low.lt(one.high)
}

/** The distance between two intervals, 0 when they meet; in base units. */
export function gapBetween(left: Interval, right: Interval): Big {
  if (meets(left, right)) return zero
  return left.low.gt(right.high) ? left.low.minus(right.high) : right.low.minus(left.high)
}

/** How a printed quantity agrees with a computed interval (both in base units). */
export function fitOf(printed: Quantity, computed: Interval): Fit {
  const own = intervalOf(printed)
  if (meets(own, computed)) return 'fits'
  const ulp = ulpOf(printed)
  const value = baseValue(printed)
  if (value.lte(computed.high) && computed.low.lt(value.plus(ulp))) return 'truncated'
  return gapBetween(own, computed).lt(ulp) ? 'near' : 'off'
}

/**
 * Whether an interval meets numerator ÷ denominator, by cross-multiplication: dividing to thirty places takes ten
 * times as long. Undefined where the denominator may be zero or a term negative: then divide.
 */
export function meetsQuotient(own: Interval, numerator: Interval, denominator: Interval): boolean | undefined {
  if (denominator.low.lte(0) || numerator.low.lt(0)) return undefined
  return own.low.times(denominator.low).lte(numerator.high) && numerator.low.lte(own.high.times(denominator.high))
}

/**
 * Whether a printed rate fits numerator ÷ denominator, cut off or rounded: by cross-multiplication, so that thousands
 * of pairs can be tried. False where the denominator may be zero or a term negative.
 */
export function fitsRatio(rate: Quantity, numerator: Interval, denominator: Interval): boolean {
  if (denominator.low.lte(0) || numerator.low.lt(0)) return false
  const own = intervalOf(rate)
  if (own.low.times(denominator.low).gt(numerator.high)) return false
  const ulp = ulpOf(rate)
  return (
    numerator.low.lt(baseValue(rate).plus(ulp).times(denominator.high)) ||
    numerator.low.lte(own.high.times(denominator.high))
  )
}

/** Quotient to 30 places, half up: more than any printed rate shows. */
export function divide(top: Big, bottom: Big): Big {
  return new Precise(top).div(bottom)
}

function least(values: readonly Big[]): Big {
  return values.reduce((low, value) => (value.lt(low) ? value : low))
}

function greatest(values: readonly Big[]): Big {
  return values.reduce((high, value) => (value.gt(high) ? value : high))
}
