import { Big } from 'big.js'
import { addIntervals, meets, statesSame } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { baseValue, intervalOf, roundedInterval } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'
import type { Verdict } from '../rule.ts'
import { sumCause } from './causes.ts'
import { contradiction, holds } from './contradiction.ts'
import { type Writing, asPrinted, named, printed } from './print.ts'

/** What each unit costs was divided and rounded, though it is printed to the fen: 「百公里成本（元）」. */
const ofEach = /[人户亩次]均|平均|每|单位[成造]|单价|百公里/

/**
 * A total against the sum of its parts, on intervals: with n parts printed to 0.01 the two may differ by
 * (n + 1) × 0.005 (standards: T1). Parts that fit only by trimmed
 * zeros, or by the rounding of parts that are zero, are a warning. A 'covers' list only must not exceed its total.
 *
 * finest   how many decimals the finest points of the reading have
 */
export function judgeSum(claim: Claim, form: Extract<ClaimForm, { is: 'sum' }>, finest?: number): Verdict {
  const { total, parts } = form
  const unit = total.figure.quantity.unit
  if (parts.length === 0) return { outcome: 'undetermined', missing: '分项' }
  const rounded = ofEach.test(total.name) ? roundedInterval : intervalOf
  const computed = addIntervals(parts.map((part) => rounded(part.figure.quantity)))
  const own = rounded(total.figure.quantity)
  const fits = form.relation === 'equals' ? meets(own, computed) : computed.low.lte(own.high)
  if (fits && !trimmedZeros(form) && !isOffInPoints(form, finest) && !onlyByZeros(form))
    return isTelling(form) ? holds([total, ...parts]) : holds([])
  const sum = printedSum(parts)
  const difference = sum.minus(baseValue(total.figure.quantity))
  const { cause, suggestion } = sumCause(total, parts, sum)
  const writing = asPrinted([total, ...parts], unit)
  return contradiction(claim, {
    message: `“${named(total)}”与所列${parts.length}项之和${writing.withUnit(sum)}不一致，相差${writing.withUnit(difference.abs())}`,
    expression: addition(form, sum, writing),
    difference: difference.abs() as Big,
    unit,
    ...(cause ? { cause } : {}),
    ...(suggestion ? { suggestion } : {}),
    terms: [total, ...parts],
    ...(fits ? { severity: 'warning' as const } : {}),
  })
}

/** Whether that it holds says anything of its numbers: a list that may lack parts, and a total of 1.4亿元以上, hold by nature. */
function isTelling({ relation, total }: Extract<ClaimForm, { is: 'sum' }>): boolean {
  return relation === 'equals' && total.figure.quantity.looseness === 'exact'
}

/**
 * Whether the parts add up only because some are printed with fewer decimals than the total: in such a list
 * 「50万元」 is usually 50.00 with its zeros left out, not a rounded 49.6.
 */
function trimmedZeros(form: Extract<ClaimForm, { is: 'sum' }>): boolean {
  const { total, parts } = form
  const unit = total.figure.quantity.unit
  if (form.relation !== 'equals' || unit.kind !== 'money') return false
  const decimals = total.figure.quantity.decimals
  if (
    decimals < 2 ||
    parts.every((part) => part.figure.quantity.decimals >= decimals) ||
    parts.some((part) => part.figure.quantity.looseness !== 'exact' || part.figure.quantity.unit.scale !== unit.scale)
  )
    return false
  const padded = [total, ...parts].map((term) =>
    intervalOf({ ...term.figure.quantity, decimals: Math.max(decimals, term.figure.quantity.decimals) }),
  )
  return !meets(padded[0]!, addIntervals(padded.slice(1)))
}

/**
 * Whether the parts add up only because those that are zero may have been rounded: 127.77 of 127.79, 0.00 and 0.00. What
 * a form prints as 0.00 is nothing; one part alone is the total itself.
 */
function onlyByZeros({ total, parts, relation }: Extract<ClaimForm, { is: 'sum' }>): boolean {
  if (relation !== 'equals' || total.figure.quantity.unit.kind !== 'money') return false
  const more = parts.filter(({ figure }) => !figure.quantity.value.eq(0))
  if (more.length === parts.length || [total, ...parts].some(({ figure }) => figure.quantity.looseness !== 'exact'))
    return false
  const [own, computed] = [
    intervalOf(total.figure.quantity),
    addIntervals(more.map(({ figure }) => intervalOf(figure.quantity))),
  ]
  return more.length === 1 ? !statesSame(total.figure.quantity, more[0]!.figure.quantity) : !meets(own, computed)
}

/**
 * Whether points are off by more than rounding explains. Points are given, mostly in full or half ones: only those with
 * another last digit can have been reckoned and rounded, so thirty rows of a form leave no room of thirty halves.
 */
function isOffInPoints({ total, parts, relation }: Extract<ClaimForm, { is: 'sum' }>, finest?: number): boolean {
  if (relation !== 'equals') return false
  const all = [total, ...parts].map(({ figure }) => figure.quantity)
  if (all.some(({ unit, looseness }) => unit.kind !== 'score' || looseness !== 'exact')) return false
  const difference = printedSum(parts).minus(baseValue(total.figure.quantity))
  if (difference.eq(0)) return false
  const most = Math.max(...all.map(({ decimals }) => decimals))
  const last = 10 ** -most
  if (finest !== undefined && finest <= most) return difference.abs().gt(last)
  const reckoned = all.filter(({ value, decimals }) => decimals > 0 && !value.times(2).mod(1).eq(0)).length
  return difference.abs().gt(last * Math.max(1, (reckoned + 1) / 2))
}

function printedSum(parts: readonly Term[]): Big {
  return parts.reduce((all, { figure }) => all.plus(baseValue(figure.quantity)), new Big(0))
}

/** The addition as one would write it down; an amount in another unit has its own and what that is in the total's. */
function addition({ total, parts }: Extract<ClaimForm, { is: 'sum' }>, sum: Big, writing: Writing): string {
  const { unit } = total.figure.quantity
  const isAsLarge = ({ figure }: Term) => unitFactor(figure.quantity.unit).eq(unitFactor(unit))
  const isOfTotal = (term: Term) => isAsLarge(term) && term.figure.quantity.unit.name === unit.name
  if (parts.every(isAsLarge)) {
    const terms = parts.map((part) => (isOfTotal(part) ? part.figure.printed : printed(part)))
    return `${terms.join(' + ')} = ${writing.bare(sum)} ≠ ${total.figure.printed}`
  }
  const terms = parts.map((part) =>
    isAsLarge(part) ? printed(part) : `${printed(part)}（${writing.withUnit(baseValue(part.figure.quantity))}）`,
  )
  return `${terms.join(' + ')} = ${writing.withUnit(sum)} ≠ ${printed(total)}`
}
