import { Big } from 'big.js'
import { divide, fitsRatio, subtractIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Interval, type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import { isFine, significantDigits } from '#domain/significance.ts'
import { allSlipsOf } from '#domain/slipped-rate.ts'

/** Differences are told to so many places. */
const told = '0.00000001'

const fewestDigits = 3

/** How a rate is made of two amounts: what it is of, and over what. */
type Made = (one: Interval, two: Interval) => readonly [top: Interval, bottom: Interval]

/** One of the other; by how much one grew or fell from the other; a change over what was before it. */
const ways: readonly Made[] = [
  (one, two) => [one, two],
  (one, two) => [subtractIntervals(one, two), two],
  (one, two) => [subtractIntervals(two, one), two],
  (one, two) => [two, subtractIntervals(one, two)],
  (one, two) => [two, { low: one.low.plus(two.low), high: one.high.plus(two.high) }],
]

/**
 * Whether one slip of the pen in one of the two amounts a rate was reckoned from makes it what is printed.
 *
 * rate     as printed
 * amounts  the two, in the order a finding of a rate or of a change lists them; of any other number of them nothing is known
 * gap      how far the rate is from what they give, as a part of one: it tells which way it was reckoned
 */
export function isRateOfSlip(rate: Figure, amounts: readonly Figure[], gap: Big): boolean {
  const [one, two] = amounts
  if (!one || !two || amounts.length > 2 || !isFine(one) || !isFine(two)) return false
  const way = ways.find((made) => isWay(made, rate, [one, two], gap))
  if (!way) return false
  const fits = (first: Quantity, second: Quantity) =>
    fitsRatio(rate.quantity, ...way(intervalOf(first), intervalOf(second)))
  return slipsOf(one).some((each) => fits(each, two.quantity)) || slipsOf(two).some((each) => fits(one.quantity, each))
}

function isWay(made: Made, rate: Figure, [one, two]: readonly [Figure, Figure], gap: Big): boolean {
  const [top, bottom] = made(pointOf(one), pointOf(two))
  if (bottom.low.lte(0)) return false
  return divide(top.low, bottom.low).minus(baseValue(rate.quantity)).abs().minus(gap).abs().lte(told)
}

function pointOf({ quantity }: Figure): Interval {
  const value = baseValue(quantity)
  return { low: value, high: value }
}

/** Of few digits some slip gives almost any rate. */
function slipsOf({ quantity, printed }: Figure): Quantity[] {
  return significantDigits(printed) < fewestDigits
    ? []
    : allSlipsOf(printed).map((digits) => ({ ...quantity, value: new Big(digits) }))
}
