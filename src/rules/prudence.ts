import { Big } from 'big.js'
import { inFloat } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Finding, accusedIn } from '#domain/finding.ts'
import { onceFor } from '#domain/once-for.ts'
import { type Quantity, baseValue } from '#domain/quantity.ts'
import { significantDigits } from '#domain/significance.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { isSlippedProduct } from '#domain/slipped-product.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { type Unit, inPrintedUnit, percent, unitFactor } from '#domain/unit.ts'
import { isRateOfSlip } from './rate-of-slip.ts'
import { isOfOtherTerms, isOfTheOthers } from './other-terms.ts'

/** Rules whose terms are found by wording, by name or by how a table is laid out. */
const byReading =
  /^(?:(?:sum|fact|count|rate|change|difference|product|balance)\.|table\.(?:total|subtotal)$|I0[1245-9]$|I1\d$|I2[0-7]$)/
/** Rules whose terms are found by the rows and columns of a table or a form; what they doubt was weighed there. */
const byLayout = /^(?:table\.(?:rate|change|share|product)$|I28$|I30$|I5[458]$)/
const byRate = /^(?:(?:table\.)?(?:rate|change|share)\b|I2[89]$|I3\d$)/
/** A total of the table, whose rows the others bear out. */
const byRows = /^table\.(?:total|subtotal)$/
/** What a form says of its own points, and what has one name in a year, is hardly of two things. */
const ownToItself = /^(?:I(?:28|30|58)$|(?:fact|count)\.repeated$|sum\.part-within-whole$|table\.product$)/
/** A sum off by more than this, and by no slip of the pen, may be of other things. */
const near = '0.02'
const nearInForm = '0.03'
const nearOfOwn = '0.06'
const nearRate = '0.03'
/** How much of a number a doubtful finding may be off. */
const far = '0.6'
/** A gap of fewer digits is met among the numbers of a report by chance. */
const fewestDigits = 4
/** A rate or the points of a form of fewer digits are a slip away from many others. */
const fewestTelling = 3
const zero = new Big(0)
const unlike = '差额不像一处笔误，两处所指可能不同'

/**
 * An error is only what a mistake of the pen or of reckoning explains; what reading wrongly explains as well is a
 * warning that says so. A gap that is itself one of the numbers printed tells of something that one side takes in and
 * the other leaves out; rates and scores of different things are alike by nature, so only a slip makes two of them one.
 *
 * figures      all numbers of the reading
 * isBorneOut   whether the other rows of the finding's table are reckoned in the same way
 */
export function prudent(
  findings: readonly Finding[],
  figures: readonly Figure[],
  isBorneOut: (finding: Finding) => boolean,
): Finding[] {
  const isDoubtful = (finding: Finding) =>
    (finding.severity !== 'info' && byReading.test(finding.rule)) ||
    (finding.severity === 'error' && byLayout.test(finding.rule) && !isBorneOut(finding))
  if (!findings.some(isDoubtful)) return [...findings]
  const isOwn = (finding: Finding) =>
    finding.severity === 'warning' ||
    ownToItself.test(finding.rule) ||
    (byRows.test(finding.rule) && isBorneOut(finding))
  const judged = findings.map((finding) =>
    isDoubtful(finding) ? withDoubt(finding, figures, isOwn(finding)) : finding,
  )
  // A number that is wrong by another check is wrong here, too.
  const wrong = new Set(
    judged.flatMap((finding) => (finding?.severity === 'error' ? (accusedIn(finding)?.id ?? []) : [])),
  )
  return findings.flatMap((finding, at) => {
    const accused = accusedIn(finding)
    return accused && wrong.has(accused.id) ? finding : (judged[at] ?? [])
  })
}

/**
 * A doubt about an error makes it a warning; of what was doubtful before and lies far off there is nothing to say.
 *
 * isOwn   what hardly can be of two things, and what is but a warning: less explains it
 */
function withDoubt(finding: Finding, all: readonly Figure[], isOwn: boolean): Finding | undefined {
  const figures = finding.evidence.flatMap((each) => ('figure' in each ? [each.figure] : []))
  const [first] = figures
  const gap = first && gapOf(finding, first)
  if (
    !gap ||
    gap.eq(0) ||
    isExplained(finding, figures, gap, isOwn) ||
    (finding.firm && finding.severity === 'warning')
  )
    return finding
  const because =
    byRate.test(finding.rule) && first.quantity.unit.kind === 'share'
      ? rateDoubt(finding, figures, gap)
      : amountDoubt(finding, figures, gap, isOwn)
  if (because && byRows.test(finding.rule) && isNoSum(figures)) return undefined
  if (because && finding.severity === 'warning')
    return isAlike(finding, first) || isFar(first, gap, figures) ? undefined : finding
  const doubt = because ?? (finding.severity === 'error' ? doubtOfError(finding, first, gap, all) : undefined)
  return doubt ? { ...finding, severity: 'warning', message: `${finding.message}（${doubt}，请核对）` } : finding
}

/** 「合计7.07」 under 11.67, 7.88 and 5.94: what is less than one of its parts is their mean. */
function isNoSum([total, ...parts]: readonly Figure[]): boolean {
  const values = parts.map(({ quantity }) => baseValue(quantity))
  return (
    values.length >= 3 &&
    values.every((each) => each.gte(0)) &&
    values.some((each) => each.gt(baseValue(total!.quantity)))
  )
}

/** A known cause explains an error; that one part is just as much as the gap may be one part too many by the reading, too. */
function isExplained(
  { rule, cause }: Finding,
  [first, ...others]: readonly Figure[],
  gap: Big,
  isOwn: boolean,
): boolean {
  if (cause === undefined || (isOwn && !byRows.test(rule))) return cause !== undefined
  return isTelling(first!) && !others.some(({ quantity }) => baseValue(quantity).eq(gap))
}

/** Rates and scores of two things are alike by nature. */
function isAlike({ rule }: Finding, { quantity }: Figure): boolean {
  return /^(?:fact|count)\.repeated$/.test(rule) && /^(?:share|score)$/.test(quantity.unit.kind)
}

/** Of few people or things a digit makes much. */
function isFar({ quantity }: Figure, gap: Big, figures: readonly Figure[]): boolean {
  if (quantity.unit.kind === 'count' && largestOf(figures).lt(100)) return false
  const own = quantity.unit.kind === 'share' ? baseValue(quantity).abs() : largestOf(figures)
  return gap.gt(own.times(far))
}

function largestOf(figures: readonly Figure[]): Big {
  return figures.reduce((most, { quantity }) => (baseValue(quantity).gt(most) ? baseValue(quantity) : most), new Big(0))
}

/** The difference of a finding in base units; rates in hundredths. */
function gapOf({ difference }: Finding, { quantity }: Figure): Big | undefined {
  if (difference === undefined) return undefined
  return new Big(difference).times(quantity.unit.kind === 'share' ? '0.01' : unitFactor(quantity.unit))
}

function doubtOfError(finding: Finding, first: Figure, gap: Big, all: readonly Figure[]): string | undefined {
  if (isOfTheOthers(finding)) return '所写的正好是其余部分的比率，所指是哪一部分要看上下文'
  if (byRate.test(finding.rule) && isOfOtherTerms(finding, all))
    return '附近另有两个数正好得出它，所指是哪两个数要看上下文'
  return printedGap(first, gap, all)
}

function printedGap({ quantity }: Figure, gap: Big, all: readonly Figure[]): string | undefined {
  if (quantity.unit.kind !== 'money' && quantity.unit.kind !== 'count') return undefined
  const digits = gap
    .div(unitFactor(quantity.unit))
    .toFixed(quantity.decimals)
    .replace(/^[0.]+|\./g, '').length
  return digits >= fewestDigits && isPrinted(quantity, gap, all)
    ? '差额正好等于文中另一个数，可能有一处多含或少含了它'
    : undefined
}

/** Whether one of the numbers is as much and counts the same: of those about as large each is reckoned exactly. */
function isPrinted(quantity: Quantity, gap: Big, all: readonly Figure[]): boolean {
  const wanted = keyOf(quantity, gap)
  const size = Math.round(Math.abs(inFloat(gap)))
  return [size - 1, size, size + 1].some((each) =>
    bySize(all)
      .get(each)
      ?.some((figure) => keyOf(figure.quantity, baseValue(figure.quantity)) === wanted),
  )
}

/** Amounts and counts by their size to the unit, in base units. */
const bySize = onceFor((all: readonly Figure[]): ReadonlyMap<number, readonly Figure[]> =>
  Map.groupBy(
    all.filter(({ quantity: { unit } }) => unit.kind === 'money' || unit.kind === 'count'),
    ({ quantity: { value, unit } }) => Math.round(Math.abs(inFloat(value) * inFloat(unitFactor(unit)))),
  ),
)

function keyOf({ unit }: Quantity, value: Big): string {
  return `${unit.kind}${unit.kind === 'count' ? unit.name : ''}${value.abs().round(4).toString()}`
}

function amountDoubt(finding: Finding, figures: readonly Figure[], gap: Big, isOwn: boolean): string | undefined {
  const first = figures[0]!
  const slack = isOwn ? nearOfOwn : byLayout.test(finding.rule) ? nearInForm : near
  if (!isAlike(finding, first) && gap.lte(largestOf(figures).times(slack))) return undefined
  // One number is often told in many places.
  const distinct = new Map(
    figures.map((figure) => {
      const { decimals, unit } = figure.quantity
      return [`${figure.printed} ${unit.kind} ${figure.unit} ${decimals}`, figure] as const
    }),
  )
  // Amounts that are added up may be off by their rounding as well.
  const isSum = finding.rule.startsWith('sum.') && figures.length >= 3 && first.quantity.unit.kind === 'money'
  const last =
    isSum && first.quantity.decimals > 0 ? unitFactor(first.quantity.unit).times(10 ** -first.quantity.decimals) : zero
  const gaps = last.eq(0) ? [gap] : [gap, gap.plus(last), gap.minus(last)]
  const telling = [...distinct.values()].filter((each) => isOwn || isTelling(each))
  if (telling.some((figure) => gaps.some((each) => mendsBySlip(figure, each)))) return undefined
  return finding.rule.startsWith('product.') && isProductMended(figures, gap) ? undefined : unlike
}

/**
 * Figures as a finding of a product lists them: the product, then its factors; a number of months is not among them. A
 * slip mends it, or that one of what is multiplied was left out.
 */
function isProductMended([result, ...factors]: readonly Figure[], gap: Big): boolean {
  const own = baseValue(result!.quantity)
  if (isProductOf(own, factors)) return true
  return [own.plus(gap), own.minus(gap)].some((computed) => isSlippedProduct(result!, factors, computed))
}

function isProductOf(value: Big, factors: readonly Figure[]): boolean {
  return factors.reduce((all, { quantity }) => all.times(baseValue(quantity)), new Big(1)).eq(value)
}

/**
 * Whether the number with the gap added or taken away is one slip from what is printed, or 元 for 万元. A slip leaves the
 * sign, and points and counts, which are never rounded, with the decimals they are printed with.
 */
function mendsBySlip({ quantity, printed }: Figure, gap: Big): boolean {
  const own = baseValue(quantity)
  const unit = quantity.unit.kind === 'share' ? percent : quantity.unit
  return [own.plus(gap), own.minus(gap)].some((value) => {
    if (value.lt(0) !== own.lt(0)) return false
    const meant = inPrintedUnit(value, unit)
    const isPrintable = !isExact(unit) || meant.eq(meant.round(quantity.decimals))
    return (
      (isPrintable && isOneSlip(meant.toFixed(quantity.decimals), printed)) ||
      [10_000, 0.0001].some((times) => isAbout(value, own, times))
    )
  })
}

function isExact({ kind }: Unit): boolean {
  return kind === 'score' || kind === 'count'
}

/** Whether a value is so many times another, within a thousandth. What is far from it is told by floating point. */
function isAbout(value: Big, own: Big, times: number): boolean {
  const coarse = inFloat(own) * times
  if (Math.abs(inFloat(value) - coarse) > Math.abs(coarse) * 0.0011) return false
  return value.minus(own.times(times)).abs().lte(own.times(times).abs().times('0.001'))
}

/**
 * Figures as a finding of a rate lists them: the rate, then what it is of. Rates are alike, so that one is near is no sign
 * of a mistake; a warning is kept for less.
 */
function rateDoubt({ rule, severity }: Finding, figures: readonly Figure[], gap: Big): string | undefined {
  const [rate, ...amounts] = figures
  if (severity === 'warning')
    return gap.lte(nearRate) || mendsBySlip(rate!, gap) || isSlipped(rule, figures) ? undefined : unlike
  return isTelling(rate!) && (mendsBySlip(rate!, gap) || isRateOfSlip(rate!, amounts, gap)) ? undefined : unlike
}

function isSlipped(rule: string, [rate, top, bottom]: readonly Figure[]): boolean {
  if (/^(?:table\.)?change/.test(rule) || !top || !bottom) return false
  const [own, numerator, denominator] = [rate!, top, bottom].map((figure) => ({ name: '', figure }))
  return isSlippedRate({ rate: own!, numerator: numerator!, denominator: denominator! }, allSlipsOf)
}

/** Of an amount the zeros after the point are told as well: 0.00. */
function isTelling({ printed, quantity }: Figure): boolean {
  const isAmount = quantity.unit.kind !== 'share' && printed.includes('.')
  return (isAmount ? printed.replace(/\D/g, '').length : significantDigits(printed)) >= fewestTelling
}

/** A slip of a number of any length: of few digits one may be changed or left out, of more two may have changed places. */
function isOneSlip(should: string, printed: string): boolean {
  const [one, other] = [should, printed].map((each) => each.replace('-', '')) as [string, string]
  const sorted = (text: string) => [...text].toSorted().join('')
  return (
    isSlip(one, other) ||
    isSmallSlip(one, other) ||
    (one.length <= 2 && other.length <= 2 && (one.includes(other) || other.includes(one))) ||
    (one.length >= 4 && one.length === other.length && sorted(one) === sorted(other))
  )
}
