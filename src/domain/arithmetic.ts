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

/** Σ of amounts, 0 of none. */
export function addUp(amounts: readonly Big[]): Big {
  return amounts.reduce((sum, amount) => sum.plus(amount), zero)
}

/** Σ of intervals. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  let { low, high } = intervals[0] ?? { low: zero, high: zero }
  for (let at = 1; at < intervals.length; at++) {
    const next = intervals[at]!
    // Amounts that are exact, down to the fen, make an exact sum.
    const exact = low === high && next.low === next.high
    low = low.plus(next.low)
    high = exact ? low : high.plus(next.high)
  }
  return { low, high }
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
  if (compared(denominator.low, zero) <= 0 && compared(denominator.high, zero) >= 0) return undefined
  if (compared(denominator.low, zero) > 0 && compared(numerator.low, zero) >= 0) {
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
  return compared(left.low, right.high) <= 0 && compared(right.low, left.high) <= 0
}

/** As `left.cmp(right)`, which copies what it compares with: intervals are compared by the thousand. */
export function compared(left: Big, right: Big): number {
  const [a, b] = [left.c, right.c]
  if (a[0] === 0 || b[0] === 0) return (a[0] === 0 ? 0 : left.s) - (b[0] === 0 ? 0 : right.s)
  if (left.s !== right.s) return left.s
  if (left.e !== right.e) return left.e > right.e ? left.s : -left.s
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at]! > b[at]! ? left.s : -left.s
  return a.length === b.length ? 0 : a.length > b.length ? left.s : -left.s
}

/** As `value.toNumber()`, which prints the number and reads it again: of fifteen digits or fewer a quotient is as exact. */
export function inFloat(value: Big): number {
  const { c, e, s } = value
  const places = c.length - 1 - e
  if (c.length > 15 || places > 15 || places < 0) return value.toNumber()
  let digits = 0
  for (let at = 0; at < c.length; at++) digits = digits * 10 + c[at]!
  return (s * digits) / 10 ** places
}

/**
 * Whether two printed numbers can be one and the same, rounded twice: 1.00 and 1.01 cannot, though their intervals
 * touch; 0.85 and 0.9 can. Rates may have been cut off instead of rounded: for them touching is enough.
 */
export function statesSame(left: Quantity, right: Quantity): boolean {
  const [one, two] = [intervalOf(left), intervalOf(right)]
  const closed = isClosed(left) || isClosed(right)
  if (closed || compared(one.low, one.high) === 0 || compared(two.low, two.high) === 0) return meets(one, two)
  return compared(one.low, two.high) < 0 && compared(two.low, one.high) < 0
}

function isClosed({ unit, looseness }: Quantity): boolean {
  return unit.kind === 'share' || looseness !== 'exact'
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
  if (compared(denominator.low, zero) <= 0 || compared(numerator.low, zero) < 0) return undefined
  return (
    compared(own.low.times(denominator.low), numerator.high) <= 0 &&
    compared(numerator.low, own.high.times(denominator.high)) <= 0
  )
}

/**
 * Whether a printed rate fits numerator ÷ denominator, cut off or rounded: by cross-multiplication, so that thousands
 * of pairs can be tried. False where the denominator may be zero or a term negative.
 */
export function fitsRatio(rate: Quantity, numerator: Interval, denominator: Interval): boolean {
  if (compared(denominator.low, zero) <= 0 || compared(numerator.low, zero) < 0) return false
  const own = intervalOf(rate)
  if (compared(own.low.times(denominator.low), numerator.high) > 0) return false
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
  return values.reduce((low, value) => (compared(value, low) < 0 ? value : low))
}

function greatest(values: readonly Big[]): Big {
  return values.reduce((high, value) => (compared(value, high) > 0 ? value : high))
}
