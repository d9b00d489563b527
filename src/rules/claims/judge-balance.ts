import { addIntervals, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPrinted, named, printed } from './print.ts'

/** Two sums that have to be equal: what was there and came in, against what went out and is left. */
export function judgeBalance(claim: Claim, form: Extract<ClaimForm, { is: 'balance' }>): Verdict {
  const { left, right } = form
  const terms = [...left, ...right]
  const first = terms[0]
  if (!first) return { outcome: 'not-applicable' }
  const interval = (side: readonly Term[]) => addIntervals(side.map((term) => intervalOf(term.figure.quantity)))
  if (meets(interval(left), interval(right))) return holds(terms)
  const sum = (side: readonly Term[]) =>
    side.reduce((all, term) => all.plus(baseValue(term.figure.quantity)), baseValue(first.figure.quantity).times(0))
  const unit = first.figure.quantity.unit
  const writing = asPrinted(terms, unit)
  const shown = (side: readonly Term[]) => writing.withUnit(sum(side))
  const added = (side: readonly Term[]) => side.map(printed).join(' + ')
  return contradiction(claim, {
    message: `${/^I\d/.test(claim.rule) ? '收支不平' : '两边不相等'}：${left.map(named).join('加')}为${shown(left)}，${right.map(named).join('加')}为${shown(right)}`,
    expression: `${added(left)} = ${shown(left)} ≠ ${added(right)} = ${shown(right)}`,
    difference: sum(left).minus(sum(right)).abs(),
    unit,
    terms,
  })
}
