import { addIntervals, fitsRatio } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { significantDigits } from '#domain/significance.ts'
import { isSlippedRate } from '#domain/slipped-rate.ts'
import { apart, besideOf, isAlike, valueOf } from './numbers.ts'

/** Rates of fewer digits are met by chance. */
const fewestDigits = 3
/** So many characters around a rate its two numbers stand. */
const near = 60

/** Of two parts one over both is met by chance by fewer. */
const telling = 4

/**
 * Whether a rate is its number over that and the one it was put over, 「人员352.18万元；公用57.58万元，占14.05%」, or over that and the next
 * one behind the rate: 「愿意的201人，占69.8%，不愿意的87人」.
 *
 * told     the rate and the two numbers it was bound to
 * figures  all of the reading
 */
export function isOverBoth(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [rate, top, bottom] = told
  if (!rate || !top || !bottom || told.length > 3) return false
  const isPartBeside = (other: Figure) =>
    fitsRatio(
      rate.quantity,
      intervalOf(top.quantity),
      addIntervals([top, other].map((each) => intervalOf(each.quantity))),
    )
  const digits = significantDigits(rate.printed)
  if (digits >= telling && isPartBeside(bottom)) return true
  if (digits < fewestDigits || isSlipped(rate, top, bottom)) return false
  const next = besideOf(rate, [rate], figures).find(
    (each) => each.place.start > rate.place.start && isAlike(each, top) && valueOf(each).gt(0),
  )
  return next !== undefined && isPartBeside(next)
}

/** Whether two numbers of a mean's paragraph give it: of rates over unequal bases the mean is that of what they are of. */
export function isMeanOfAll([mean]: readonly Figure[], figures: readonly Figure[]): boolean {
  if (mean?.quantity.unit.kind !== 'share') return false
  const beside = besideOf(mean, [mean], figures).filter(isAmount)
  return beside.some((one) =>
    beside.some(
      (two) =>
        one !== two &&
        isAlike(one, two) &&
        fitsRatio(mean.quantity, intervalOf(one.quantity), intervalOf(two.quantity)),
    ),
  )
}

/**
 * Whether two other numbers right beside a rate give it to the last digit, neither of which is one of those it was bound to, and
 * no slip explains it over those: 「村级68.92万人次，总诊疗144.61万人次，占47.66%。上年这两个数是61.37万和138.20万，占44.41%」.
 *
 * told     the rate and the two numbers it was bound to
 * figures  all of the reading
 */
export function isOtherRate(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [rate, top, bottom] = told
  if (!rate || !top || !bottom || told.length > 3 || rate.quantity.unit.kind !== 'share') return false
  if (rate.place.row !== undefined || significantDigits(rate.printed) < fewestDigits) return false
  if (isSlipped(rate, top, bottom)) return false
  const others = besideOf(rate, told, figures).filter(
    (each) =>
      apart(each, rate) <= near &&
      isAmount(each) &&
      each.quantity.looseness === 'exact' &&
      ![top, bottom].some((own) => isAlike(own, each) && valueOf(own).eq(valueOf(each))),
  )
  return others.some((one) =>
    others.some(
      (two) =>
        one !== two &&
        one.quantity.unit.kind === two.quantity.unit.kind &&
        fitsRatio(rate.quantity, intervalOf(one.quantity), intervalOf(two.quantity)),
    ),
  )
}

function isAmount(figure: Figure): boolean {
  return !/^(?:share|points)$/.test(figure.quantity.unit.kind) && valueOf(figure).gt(0)
}

function isSlipped(rate: Figure, top: Figure, bottom: Figure): boolean {
  return isSlippedRate({ rate: termOf(rate), numerator: termOf(top), denominator: termOf(bottom) })
}

function termOf(figure: Figure) {
  return { name: '', figure }
}
