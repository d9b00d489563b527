import type { Big } from 'big.js'
import { meets, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Interval, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { besideOf, digitsOf, valueOf } from './numbers.ts'

/** Totals and prices of fewer digits are met by chance. */
const telling = 4
/** As many are not met by chance in a whole report. */
const surelyOwn = 5
const fewestDigits = 3
/** What was reckoned so many times over or under what is printed is of something else, but for a moved point. */
const far = 5
/** What has a price. */
const counted = /^(?:count|area|length|weight|time|none)$/
const moved = [10, 100, 1000, 10_000]

/**
 * Whether what a price and a count make is told as the total of something else, or another number of the paragraph makes the same
 * with what was taken for their total, which then is a price itself: 「860亩按亩补1500元，涉及344户，户均补助3750元」.
 *
 * told     the figures of the finding: what was taken for the total, the price, the count
 * figures  all of the reading
 * isMean   the price is a mean
 */
export function isOtherProduct(told: readonly Figure[], figures: readonly Figure[], isMean: boolean): boolean {
  const [total, price, count] = told
  if (!total || !price || !count || told.length > 3) return false
  const made = multiplyIntervals(meanOf(price.quantity), timesOf(count.quantity))
  const beside = besideOf(total, told, figures)
  const isTold = (each: Figure, digits: number) =>
    digitsOf(price) >= fewestDigits &&
    each.quantity.unit.kind === total.quantity.unit.kind &&
    digitsOf(each) >= digits &&
    meets(made, intervalOf(each.quantity)) &&
    !isSlip(each.printed, total.printed)
  // A mean reckoned from another total is a mistake that is made.
  if (!isMean && beside.some((each) => isTold(each, telling))) return true
  if (beside.some((each) => isPriceOf(total, each, made))) return true
  return isFar(made, valueOf(total)) && figures.some((each) => !told.includes(each) && isTold(each, surelyOwn))
}

/** Whether what was taken for a total is the price of another count, and both make the same. */
function isPriceOf(total: Figure, count: Figure, made: Interval): boolean {
  return (
    counted.test(count.quantity.unit.kind) &&
    digitsOf(count) >= fewestDigits &&
    meets(multiplyIntervals(meanOf(total.quantity), timesOf(count.quantity)), made)
  )
}

function isFar({ low, high }: Interval, total: Big): boolean {
  if (low.lte(total.times(far)) && high.times(far).gte(total)) return false
  return !moved.some(
    (times) => (low.lte(total.times(times)) && high.gte(total.times(times))) || isAbout(total, high, times),
  )
}

function isAbout(total: Big, made: Big, times: number): boolean {
  return made.times(times).minus(total).abs().lte(total.times('0.01'))
}
