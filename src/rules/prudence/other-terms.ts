import { fitOf, divideIntervals, fitsRatio, subtractIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { onceFor } from '#domain/once-for.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'

/** Rates of fewer digits are met by many pairs of numbers. */
const fewestDigits = 3
/** Paragraphs before a rate whose amounts it may be of. */
const before = 1

/**
 * Whether two other numbers beside a rate give just what is printed: then it may be of those, and what is told of the ones
 * it was bound to is not certain. Of a change the base may be the very number that was taken for what it became.
 *
 * all   the numbers of the reading
 */
export function isOfOtherTerms({ rule, evidence }: Finding, all: readonly Figure[]): boolean {
  const told = evidence.flatMap((each) => ('figure' in each ? [each.figure] : []))
  const [rate] = told
  if (!rate || rate.quantity.unit.kind !== 'share' || rate.place.row !== undefined) return false
  if (rate.printed.replace(/\D/g, '').length < fewestDigits) return false
  const near = nearby(rate, all)
  const fits = rule.startsWith('change.') ? isChange : isShare
  return near.some((one) =>
    near.some(
      (two) =>
        one !== two &&
        isAlike(one, two) &&
        (rule.startsWith('change.') || !told.includes(one) || !told.includes(two)) &&
        fits(rate, intervalOf(one.quantity), intervalOf(two.quantity)),
    ),
  )
}

/** Whether what is printed is just what its two numbers leave of a hundred: then it is of those that are not counted. */
export function isOfTheOthers({ rule, evidence }: Finding): boolean {
  const [rate, top, bottom, ...more] = evidence.flatMap((each) => ('figure' in each ? [each.figure] : []))
  if (!rule.startsWith('rate.') || !rate || !top || !bottom || more.length > 0) return false
  const rest = subtractIntervals(intervalOf(bottom.quantity), intervalOf(top.quantity))
  return rest.low.gt(0) && fitsRatio(rate.quantity, rest, intervalOf(bottom.quantity))
}

/** Amounts and counts of the rate's paragraph and the one before. */
function nearby({ place }: Figure, all: readonly Figure[]): readonly Figure[] {
  const byBlock = paragraphs(all)
  return Array.from({ length: before + 1 }, (_, back) => byBlock.get(place.block - back) ?? []).flat()
}

const paragraphs = onceFor((all: readonly Figure[]) =>
  Map.groupBy(
    all.filter(
      ({ quantity: { unit, looseness }, place }) =>
        place.row === undefined && looseness === 'exact' && !/^(?:share|points|none)$/.test(unit.kind),
    ),
    ({ place }) => place.block,
  ),
)

function isAlike(one: Figure, two: Figure): boolean {
  const [a, b] = [one.quantity.unit, two.quantity.unit]
  return a.kind === b.kind && (a.kind !== 'count' || a.name === b.name)
}

function isShare(rate: Figure, one: Interval, two: Interval): boolean {
  return fitsRatio(rate.quantity, one, two)
}

/** One became two, or one is by how much two changed. */
function isChange(rate: Figure, one: Interval, two: Interval): boolean {
  if (two.low.lte(0)) return false
  if (fitsRatio(rate.quantity, one, two)) return true
  const share = divideIntervals(one.low.gt(two.high) ? subtractIntervals(one, two) : subtractIntervals(two, one), two)
  return share !== undefined && fitOf(rate.quantity, share) === 'fits'
}
