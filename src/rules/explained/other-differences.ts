import type { Figure } from '#domain/fact.ts'
import { isSlip } from '#domain/slip.ts'
import { besideOf, digitsOf, isAlike, sumOf, valueOf } from './numbers.ts'

/** Differences of fewer digits are met by chance. */
const fewestDigits = 3
/** Lists behind a difference that is told before them. */
const listed = [2, 3, 4]
const full = 100

/**
 * Whether a difference that does not hold is that of others: of a hundred points and a score, of one of the two and another
 * number of the paragraph (no slip of the one it was taken with), of a plan and the list behind it; or its one or two digits
 * are all there is to say that two amounts printed in other units are meant.
 *
 * told     the figures of the finding: the difference, and the two it was taken for the difference of
 * figures  all of the reading
 */
export function isOtherDifference(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [gap, one, two] = told
  if (!gap || !one || !two || told.length > 3) return false
  const [less, more] = [one, two].toSorted((a, b) => valueOf(a).cmp(valueOf(b))) as [Figure, Figure]
  const beside = besideOf(gap, told, figures)
  return (
    isOffFull(gap, told, figures) ||
    isInOtherUnits(gap, [one, two]) ||
    isOfAnother(gap, less, more, beside) ||
    isOfListBehind(gap, [less, more], beside)
  )
}

/** 「综合得分84.35分，…共扣15.65分」 */
function isOffFull(gap: Figure, told: readonly Figure[], figures: readonly Figure[]): boolean {
  return (
    gap.quantity.unit.kind === 'score' &&
    digitsOf(gap) >= fewestDigits &&
    figures.some(
      (each) =>
        !told.includes(each) &&
        /^(?:score|none)$/.test(each.quantity.unit.kind) &&
        valueOf(each).plus(valueOf(gap)).eq(full),
    )
  )
}

/** 「当期结余0.09亿元；累计结余0.63亿元」 and 「追回265.59万元」 */
function isInOtherUnits(gap: Figure, terms: readonly Figure[]): boolean {
  return digitsOf(gap) < fewestDigits && terms.some(({ quantity }) => quantity.unit.scale !== gap.quantity.unit.scale)
}

/** 「应有1900具，实有1574具，尚缺326具，预算够建200具」 */
function isOfAnother(gap: Figure, less: Figure, more: Figure, beside: readonly Figure[]): boolean {
  if (digitsOf(gap) < fewestDigits) return false
  const wanted = [valueOf(more).minus(valueOf(gap)), valueOf(less).plus(valueOf(gap))]
  return beside.some(
    (each) =>
      isAlike(each, gap) &&
      wanted.some((value) => valueOf(each).eq(value)) &&
      ![less, more].some(({ printed }) => isSlip(each.printed, printed)),
  )
}

/** 「原打算修6公里，多修0.4公里，甲村2.3公里、乙村1.8公里、丙村2.3公里」 */
function isOfListBehind(gap: Figure, terms: readonly Figure[], beside: readonly Figure[]): boolean {
  const behind = [...terms, ...beside]
    .filter((each) => each.place.block === gap.place.block && each.place.start > gap.place.start && isAlike(each, gap))
    .toSorted((a, b) => a.place.start - b.place.start)
  return listed.some((many) => {
    const list = behind.slice(0, many)
    if (list.length < many) return false
    return terms.some((term) => !list.includes(term) && sumOf(list).minus(valueOf(term)).abs().eq(valueOf(gap)))
  })
}
