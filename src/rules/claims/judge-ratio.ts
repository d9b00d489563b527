import {
  addIntervals,
  addUp,
  divide,
  divideIntervals,
  fitOf,
  meetsQuotient,
  subtractIntervals,
} from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { rateCause } from './causes.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPercent, named, printed } from './print.ts'

type RatioForm = Extract<ClaimForm, { is: 'ratio' }>

/**
 * A printed rate against its two terms (standards T2): the rate's interval has to meet
 * [numerator − ½ulp over denominator + ½ulp, …]. A rate cut off instead of rounded is a note, one beyond
 * rounding by less than its last place a warning.
 */
export function judgeRatio(claim: Claim, form: RatioForm): Verdict {
  const { rate, numerator, denominator, also = [] } = form
  const tops = [numerator, ...also]
  const counted = addIntervals(tops.map(({ figure }) => intervalOf(figure.quantity)))
  const bottom = intervalOf(denominator.figure.quantity)
  const top = form.ofRest ? subtractIntervals(bottom, counted) : counted
  const terms = [rate, ...tops, denominator]
  if (meetsQuotient(intervalOf(rate.figure.quantity), top, bottom)) return holds(terms)
  const computed = divideIntervals(top, bottom)
  if (!computed) return zeroDenominator(claim, form)
  const added = addUp(tops.map(({ figure }) => baseValue(figure.quantity)))
  const made = form.ofRest ? baseValue(denominator.figure.quantity).minus(added) : added
  const equal = made.eq(baseValue(denominator.figure.quantity))
  const cut = fitOf(rate.figure.quantity, computed)
  // What was spent to the last cent is 100%, and no cutting off makes it 99%.
  const fit = equal && cut === 'truncated' ? 'near' : cut
  if (fit === 'fits') return holds(terms)
  const right = divide(made, baseValue(denominator.figure.quantity))
  const { cause, suggestion } =
    also.length > 0 || form.ofRest ? {} : rateCause(rate, numerator, denominator, form.rivals ?? [])
  const shown = asPercent(right)
  const notes = { truncated: '小数被截去而没有四舍五入', near: '末位小数与四舍五入的结果不同', off: undefined }
  const why = cause ?? notes[fit]
  return contradiction(claim, {
    message: `“${rate.name || '比率'}${printed(rate)}”与计算结果${shown}不一致：${joined(sides(form, named))} ÷ ${named(denominator)}`,
    expression: `${joined(sides(form, printed))} ÷ ${printed(denominator)} = ${shown} ≠ ${printed(rate)}`,
    difference: right.minus(baseValue(rate.figure.quantity)).abs(),
    unit: rate.figure.quantity.unit,
    ...(why ? { cause: why } : {}),
    suggestion: suggestion ?? shown,
    terms,
    ...(fit === 'truncated' ? { severity: 'info' as const } : fit === 'near' ? { severity: 'warning' as const } : {}),
  })
}

/** What stands over the line, each as `write` writes it, with the sign between. */
function sides(form: RatioForm, write: (term: Term) => string): readonly [string, readonly string[]] {
  const { numerator, denominator, also = [] } = form
  return form.ofRest ? [' - ', [denominator, numerator].map(write)] : [' + ', [numerator, ...also].map(write)]
}

/** 「甲」, 「（甲 + 乙）」 or 「（全部 - 甲）」. */
function joined([sign, tops]: readonly [string, readonly string[]]): string {
  return tops.length === 1 ? tops[0]! : `（${tops.join(sign)}）`
}

/** Over a zero base no rate but 0, — or blank can be right. */
function zeroDenominator(claim: Claim, form: RatioForm): Verdict {
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
