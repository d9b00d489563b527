import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import { type Finding, accusedIn } from '#domain/finding.ts'
import { baseValue } from '#domain/quantity.ts'
import { isTelling } from '#domain/significance.ts'
import { unitFactor } from '#domain/unit.ts'
import { amountDoubt, isAlike, largestOf } from './amount-doubt.ts'
import { isOfOtherTerms, isOfTheOthers } from './other-terms.ts'
import { printedGap } from './printed-gap.ts'
import { rateDoubt } from './rate-doubt.ts'

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
/** What came in may be less than the budget without a word about it: only what hardly differs was meant to be equal. */
const needNotBeEqual = /^I04$/
/** How much of a number a doubtful finding may be off. */
const far = '0.6'

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
    finding.firm ||
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
      : amountDoubt(finding, figures, gap, boundOf(finding, isOwn))
  if (because && byRows.test(finding.rule) && isNoSum(figures)) return undefined
  if (because && finding.severity === 'warning')
    return isAlike(finding, first) || isFar(first, gap, figures) ? undefined : finding
  const doubt = because ?? (finding.severity === 'error' ? doubtOfError(finding, first, gap, all) : undefined)
  return doubt ? { ...finding, severity: 'warning', message: `${finding.message}（${doubt}，请核对）` } : finding
}

function boundOf({ rule }: Finding, isOwn: boolean): Parameters<typeof amountDoubt>[3] {
  if (needNotBeEqual.test(rule)) return 'loose'
  return isOwn ? 'own' : byLayout.test(rule) ? 'form' : 'read'
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

/** Of few people or things a digit makes much. */
function isFar({ quantity }: Figure, gap: Big, figures: readonly Figure[]): boolean {
  if (quantity.unit.kind === 'count' && largestOf(figures).lt(100)) return false
  const own = quantity.unit.kind === 'share' ? baseValue(quantity).abs() : largestOf(figures)
  return gap.gt(own.times(far))
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
