import { Big } from 'big.js'
import { addUp, divide, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { baseValue, intervalOf, meanOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPrinted, named, printed } from './print.ts'

/** A printed mean against the numbers it is the mean of; it is rounded to its last place. */
export function judgeMean(claim: Claim, form: Extract<ClaimForm, { is: 'mean' }>): Verdict {
  const { mean, parts } = form
  const terms = [mean, ...parts]
  const count = parts.length
  const many = new Big(count)
  const intervals = parts.map(({ figure }) => intervalOf(figure.quantity))
  const [low, high] = [addUp(intervals.map((each) => each.low)), addUp(intervals.map((each) => each.high))]
  if (meets(meanOf(mean.figure.quantity), { low: divide(low, many), high: divide(high, many) })) return holds(terms)
  const unit = mean.figure.quantity.unit
  const sum = addUp(parts.map(({ figure }) => baseValue(figure.quantity)))
  const value = divide(sum, many)
  const said = asPrinted(terms, unit, 2).withUnit(value)
  return contradiction(claim, {
    message: `“${named(mean)}”与所列${count}个数的平均${said}不一致`,
    expression: `(${parts.map(printed).join(' + ')}) ÷ ${count} = ${said} ≠ ${printed(mean)}`,
    difference: value.minus(baseValue(mean.figure.quantity)).abs(),
    unit,
    terms,
  })
}
