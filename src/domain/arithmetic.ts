import { Big } from 'big.js'
import { onceFor } from './once-for.ts'
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

/**
 * Σ of amounts, 0 of none. Ledgers add up thousands: as long as they are few digits, whole numbers of their last place
 * are added, exactly, without a new number for every step.
 */
export function addUp(amounts: readonly Big[]): Big {
  let places = 0
  for (const { c, e } of amounts) places = Math.max(places, c.length - 1 - e)
  let sum = 0
  for (const amount of amounts) {
    const whole = wholeOf(amount, places)
    sum += whole
    if (!Number.isSafeInteger(whole) || !Number.isSafeInteger(sum))
      return amounts.reduce((total, each) => total.plus(each), zero)
  }
  const total = new Big(sum)
  if (sum !== 0) total.e -= places
  return total
}

/** How many of the so-many-th decimal place a number is; beyond what is exact, no safe integer. */
function wholeOf({ c, e, s }: Big, places: number): number {
  const shift = places + e - (c.length - 1)
  if (c.length + shift > 15 || shift < 0) return Number.POSITIVE_INFINITY
  let digits = 0
  for (let at = 0; at < c.length; at++) digits = digits * 10 + c[at]!
  return s * digits * 10 ** shift
}

/** Σ of intervals. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  let sum = intervals[0] ?? { low: zero, high: zero }
  for (let at = 1; at < intervals.length; at++) sum = addInterval(sum, intervals[at]!)
  return sum
}

/** Σ of the first interval, of the first two, of the first three … */
export function runningSums(intervals: readonly Interval[]): Interval[] {
  const sums: Interval[] = []
  for (const each of intervals) sums.push(sums.length === 0 ? each : addInterval(sums.at(-1)!, each))
  return sums
}

function addInterval(sum: Interval, next: Interval): Interval {
  const low = sum.low.plus(next.low)
  // Amounts that are exact, down to the fen, make an exact sum.
  const exact = sum.low === sum.high && next.low === next.high
  return { low, high: exact ? low : sum.high.plus(next.high) }
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
  if (isBeyond(intervalOf(rate), numerator, denominator)) return false
  if (compared(denominator.low, zero) <= 0 || compared(numerator.low, zero) < 0) return false
  const own = intervalOf(rate)
  if (compared(own.low.times(denominator.low), numerator.high) > 0) return false
  const ulp = ulpOf(rate)
  return (
    numerator.low.lt(baseValue(rate).plus(ulp).times(denominator.high)) ||
    numerator.low.lte(own.high.times(denominator.high))
  )
}

/**
 * Whether a quotient lies so far below or above a rate that no exact reckoning is needed to tell. A rate may be cut off:
 * it may lie a whole last place below.
 */
function isBeyond(rate: Interval, numerator: Interval, denominator: Interval): boolean {
  // What counts as exact is narrower than its last place.
  if (rate.low === rate.high) return false
  const [low, high] = inFloats(rate)
  const [topLow, topHigh] = inFloats(numerator)
  const [bottomLow, bottomHigh] = inFloats(denominator)
  if (!(topLow >= 0 && bottomLow > 0 && low >= 0)) return false
  const most = (high + (high - low)) * bottomHigh
  return low * bottomLow > topHigh * (1 + room) || topLow > most * (1 + room)
}

/**
 * Whether numerator ÷ denominator lies so far from a printed rate that `fitOf` would call it off: told without dividing.
 * False where it is not certain.
 */
export function isPlainlyOff(rate: Quantity, numerator: Interval, denominator: Interval): boolean {
  const [low, high] = inFloats(intervalOf(rate))
  const [topLow, topHigh] = inFloats(numerator)
  const [bottomLow, bottomHigh] = inFloats(denominator)
  if (!(topLow >= 0 && bottomLow > 0 && low >= 0)) return false
  const margin = 3 * inFloat(ulpOf(rate))
  return topHigh * (1 + room) < (low - margin) * bottomLow || topLow > (high + margin) * bottomHigh * (1 + room)
}

/** What floating point may lose, and more. */
const room = 1e-6
const inFloats = onceFor(({ low, high }: Interval): readonly [number, number] => [inFloat(low), inFloat(high)])

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
