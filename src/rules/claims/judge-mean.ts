import { Big } from 'big.js'
import { addUp, divide, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { baseValue, intervalOf, meanOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPrinted, named, printed } from './print.ts'

/** A printed mean against the numbers it is the mean of; it is rounded to its last place. */
export function judgeMean(claim: Claim, form: Extract<ClaimForm, { is: 'mean' }>): Verdict {
  if (form.weights) return judgeWeighted(claim, form, form.weights)
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

/** Each part counts as much as its weight says: a weight is laid down, a count is what it is. */
function judgeWeighted(
  claim: Claim,
  { mean, parts }: Extract<ClaimForm, { is: 'mean' }>,
  weights: readonly Term[],
): Verdict {
  const terms = [mean, ...parts, ...weights]
  const many = weights.map(({ figure }) => baseValue(figure.quantity))
  const all = addUp(many)
  if (all.eq(0)) return { outcome: 'undetermined', missing: '权重' }
  const weighed = (values: readonly Big[]) => divide(addUp(values.map((each, at) => each.times(many[at]!))), all)
  const intervals = parts.map(({ figure }) => intervalOf(figure.quantity))
  const made = { low: weighed(intervals.map(({ low }) => low)), high: weighed(intervals.map(({ high }) => high)) }
  if (meets(meanOf(mean.figure.quantity), made)) return holds(terms)
  const unit = mean.figure.quantity.unit
  const value = weighed(parts.map(({ figure }) => baseValue(figure.quantity)))
  const said = asPrinted(terms, unit, 2).withUnit(value)
  const sum = parts.map((part, at) => `${printed(part)} × ${printed(weights[at]!)}`).join(' + ')
  const isShare = weights.every(({ figure }) => figure.quantity.unit.kind === 'share')
  return contradiction(claim, {
    message: `“${named(mean)}”与各项加权平均${said}不一致`,
    expression: `${isShare ? sum : `(${sum}) ÷ (${weights.map(({ figure }) => figure.printed).join(' + ')})`} = ${said} ≠ ${printed(mean)}`,
    difference: value.minus(baseValue(mean.figure.quantity)).abs(),
    unit,
    terms,
  })
}
