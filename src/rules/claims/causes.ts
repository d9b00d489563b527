import { Big } from 'big.js'
import { meets } from '#domain/arithmetic.ts'
import type { Term } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { inUnit, named, printed } from './print.ts'

/** What most likely went wrong, and the value that mends it where only one does. */
export type Cause = { readonly cause?: string; readonly suggestion?: string }

/** Causes of a failing total: a unit slip, a part counted twice or left out, digits swapped. `sum` in base units. */
export function sumCause(total: Term, parts: readonly Term[], sum: Big): Cause {
  const whole = baseValue(total.figure.quantity)
  for (const term of [total, ...parts]) {
    const slip = unitSlip(term, term === total ? sum : baseValue(term.figure.quantity).plus(whole.minus(sum)))
    if (slip) return slip
  }
  const excess = sum.minus(whole)
  const twice = parts.find((part) => meets(intervalOf(part.figure.quantity), { low: excess, high: excess }))
  if (twice && excess.gt(0)) return { cause: `差额正好等于“${named(twice)}”，可能重复计算，或该项不属于这个合计` }
  for (const term of [total, ...parts]) {
    const should = term === total ? sum : baseValue(term.figure.quantity).minus(excess)
    const swapped = transposed(term, should)
    if (swapped) return { cause: `“${named(term)}”可能有两位数字写颠倒`, suggestion: swapped }
  }
  return {}
}

/** A number that fits once its unit is read ten thousand (or a hundred million) times larger or smaller. */
function unitSlip(term: Term, should: Big): Cause | undefined {
  const value = baseValue(term.figure.quantity)
  if (value.eq(0) || term.figure.quantity.unit.kind !== 'money') return undefined
  const half = intervalOf(term.figure.quantity)
  for (const [factor, unit] of [
    [10_000, '万元'],
    ['0.0001', '元'],
  ] as const) {
    const scaled = { low: half.low.times(factor), high: half.high.times(factor) }
    const slack = should.abs().times('0.0005')
    if (meets(scaled, { low: should.minus(slack), high: should.plus(slack) }) && should.gt(0)) {
      return {
        cause: `“${named(term)}”的单位可能应为“${unit}”（元与万元相差一万倍）`,
        suggestion: term.figure.printed + unit,
      }
    }
  }
  return undefined
}

/** The value the term should have, when it is made of the same digits with two neighbours swapped. */
function transposed(term: Term, should: Big): string | undefined {
  const text = inUnit(should, term.figure.quantity.unit, term.figure.quantity.decimals)
  const own = term.figure.printed
  if (text.length !== own.length || text === own) return undefined
  const differ = [...text].flatMap((sign, at) => (sign === own[at] ? [] : [at]))
  const [first, second] = differ
  if (differ.length !== 2 || first === undefined || second === undefined) return undefined
  return text[first] === own[second] && text[second] === own[first] ? text + term.figure.unit : undefined
}

/** Causes of a failing rate: the wrong denominator among the rivals, a rate not scaled to percent, terms exchanged. */
export function rateCause(rate: Term, numerator: Term, denominator: Term, rivals: readonly Term[]): Cause {
  const own = intervalOf(rate.figure.quantity)
  const top = baseValue(numerator.figure.quantity)
  const bottom = baseValue(denominator.figure.quantity)
  const slack = own.high.minus(own.low)
  const fits = (value: Big) => meets(own, { low: value.minus(slack), high: value.plus(slack) })
  const right = bottom.eq(0) ? undefined : top.div(bottom)
  const suggestion = right && {
    suggestion: `${inUnit(right, rate.figure.quantity.unit, Math.max(2, rate.figure.quantity.decimals))}%`,
  }
  for (const rival of rivals) {
    const base = baseValue(rival.figure.quantity)
    if (!base.eq(0) && fits(top.div(base)))
      return { cause: `分母误用“${rival.name}”（${printed(numerator)} ÷ ${printed(rival)}）`, ...suggestion }
  }
  if (right && fits(right.times(100))) return { cause: '比率未换算为百分数，扩大了100倍', ...suggestion }
  if (right && fits(right.div(100))) return { cause: '比率未换算为百分数，缩小了100倍', ...suggestion }
  if (!top.eq(0) && fits(bottom.div(top))) return { cause: '分子、分母颠倒', ...suggestion }
  return {}
}
