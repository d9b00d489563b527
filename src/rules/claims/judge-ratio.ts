import {
  addIntervals,
  addUp,
  divide,
  divideIntervals,
  fitOf,
  meetsQuotient,
  subtractIntervals,
} from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { rateCause } from './causes.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPercent, named, printed } from './print.ts'

/**
 * A printed rate against its two terms (standards T2): the rate's interval has to meet
 * [numerator − ½ulp over denominator + ½ulp, …]. A rate cut off instead of rounded is a note, one beyond
 * rounding by less than its last place a warning.
 */
export function judgeRatio(claim: Claim, form: Extract<ClaimForm, { is: 'ratio' }>): Verdict {
  const { rate, numerator, denominator, also = [], without } = form
  const tops = [numerator, ...also]
  const whole = addIntervals(tops.map(({ figure }) => intervalOf(figure.quantity)))
  const top = without ? subtractIntervals(whole, intervalOf(without.figure.quantity)) : whole
  const bottom = intervalOf(denominator.figure.quantity)
  const terms = [
    rate,
    ...tops,
    ...(without ? [without] : []),
    ...(without && denominator === numerator ? [] : [denominator]),
  ]
  if (meetsQuotient(intervalOf(rate.figure.quantity), top, bottom)) return holds(terms)
  const computed = divideIntervals(top, bottom)
  if (!computed) return zeroDenominator(claim, form)
  const all = addUp(tops.map(({ figure }) => baseValue(figure.quantity)))
  const made = without ? all.minus(baseValue(without.figure.quantity)) : all
  const equal = made.eq(baseValue(denominator.figure.quantity))
  const cut = fitOf(rate.figure.quantity, computed)
  // What was spent to the last cent is 100%, and no cutting off makes it 99%.
  const fit = equal && cut === 'truncated' ? 'near' : cut
  if (fit === 'fits') return holds(terms)
  const right = divide(made, baseValue(denominator.figure.quantity))
  const { cause, suggestion } =
    also.length > 0 || without ? {} : rateCause(rate, numerator, denominator, form.rivals ?? [])
  const shown = asPercent(right)
  const notes = { truncated: '小数被截去而没有四舍五入', near: '末位小数与四舍五入的结果不同', off: undefined }
  const why = cause ?? notes[fit]
  return contradiction(claim, {
    message: `“${rate.name || '比率'}${printed(rate)}”与计算结果${shown}不一致：${joined(tops.map(named), without && named(without))} ÷ ${named(denominator)}`,
    expression: `${joined(tops.map(printed), without && printed(without))} ÷ ${printed(denominator)} = ${shown} ≠ ${printed(rate)}`,
    difference: right.minus(baseValue(rate.figure.quantity)).abs(),
    unit: rate.figure.quantity.unit,
    ...(why ? { cause: why } : {}),
    suggestion: suggestion ?? shown,
    terms,
    ...(fit === 'truncated' ? { severity: 'info' as const } : fit === 'near' ? { severity: 'warning' as const } : {}),
  })
}

/** 「甲」, or 「（甲 + 乙）」, 「（甲 − 丙）」. */
function joined(tops: readonly string[], without?: string): string {
  const sum = tops.join(' + ')
  return tops.length === 1 && without === undefined ? sum : `（${sum}${without === undefined ? '' : ` − ${without}`}）`
}

/** Over a zero base no rate but 0, — or blank can be right. */
function zeroDenominator(claim: Claim, form: Extract<ClaimForm, { is: 'ratio' }>): Verdict {
  const { rate, numerator, denominator } = form
  if (!baseValue(denominator.figure.quantity).eq(0)) return { outcome: 'undetermined', missing: denominator.name }
  if (baseValue(rate.figure.quantity).eq(0)) return { outcome: 'not-applicable' }
  if (baseValue(numerator.figure.quantity).eq(0)) return { outcome: 'not-applicable' }
  return contradiction(claim, {
    message: `“${denominator.name}”为0，不能计算比率，却写“${printed(rate)}”`,
    expression: `${printed(numerator)} ÷ 0 无意义 ≠ ${printed(rate)}`,
    terms: [rate, numerator, denominator],
  })
}
