import { fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'
import { mentionOf } from '../text/mention-of.ts'
import { sumOf } from '../sums/adds-up.ts'
import { clauseOf, fitsRate, isAmount } from '../rates/rate-pairs.ts'
import { namesSeveral } from '../rates/several.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Ratio = Extract<ClaimForm, { is: 'ratio' }>
type Bound = {
  readonly rate: Mention
  readonly numerator: Mention
  readonly denominator: Mention
  readonly here: readonly Mention[]
  readonly next: Mention | undefined
  readonly all: readonly Mention[]
  readonly year: number | undefined
}

/** A rate of fewer digits is met by chance among all amounts of a part. */
const telling = 4
/** And one of fewer by what few amounts of a sentence make. */
const fewestDigits = 3
const mostTogether = 4
/** Numbers before a rate among which what several amounts are taken from may stand. */
const near = 20

/**
 * Drops rates that do not fit what they were bound to and are just what other amounts make as the text takes them: one of
 * two parts of a whole, several together, two pairs in one, or the same amount over one that stands farther off.
 *
 * year   what the part reports on
 */
export function withoutExplainedRates(
  claims: readonly Claim[],
  sentences: readonly Sentence[],
  year: number | undefined,
): readonly Claim[] {
  const all = sentences.flatMap(({ mentions }) => mentions)
  return claims.filter(({ rule, form }) => {
    if (form.is !== 'ratio' || form.without || form.also || !rule.startsWith('rate.')) return true
    if (rule === 'rate.adjustment' || fitsRate(form.rate, form)) return true
    const bound = boundIn(form, sentences, all, year)
    if (bound && isOfAllButTheRest(bound)) return false
    return (
      !bound || digitsOf(form.rate.figure.printed) < fewestDigits || !readings.some((isExplained) => isExplained(bound))
    )
  })
}

const readings: readonly ((bound: Bound) => boolean)[] = [
  isOfTheNext,
  isOfTwoParts,
  isOfSeveral,
  isOfPairs,
  isOverAnother,
  isOfItAndNot,
]

function digitsOf(printed: string): number {
  return printed.replace('.', '').replace(/^0+|(?<=\d{2})0+$/g, '').length
}

function boundIn(
  form: Ratio,
  sentences: readonly Sentence[],
  all: readonly Mention[],
  year: number | undefined,
): Bound | undefined {
  const [rate, numerator, denominator] = [form.rate, form.numerator, form.denominator].map(({ figure }) =>
    mentionOf(figure, sentences),
  )
  if (!rate || !numerator || !denominator) return undefined
  const own = sentences.find(({ mentions }) => mentions.includes(rate))?.mentions ?? []
  const at = own.indexOf(rate)
  return { rate, numerator, denominator, here: own.slice(0, at), next: own[at + 1], all, year }
}

function valueOf({ figure }: Mention): Interval {
  return intervalOf(figure.quantity)
}

const rest = /^[，,；;]\s*(?:另有?|其余|尚有?)?(?:延迟|延期|逾期|超期|滞后|未|不)/
/** 「按时发放36405人次，按时发放率97.0%，延迟发放1132人次」: over those and the rest told right behind. */
function isOfAllButTheRest({ rate, numerator, here, next }: Bound): boolean {
  return (
    next !== undefined &&
    here.at(-1) === numerator &&
    sameKind(next, numerator) &&
    rest.test(next.lead) &&
    fitsRatio(rate.figure.quantity, valueOf(numerator), sumOf([numerator, next]))
  )
}

/** 「女1288人，男812人，女性占61.3%」, 「其余812.86万元占支出的13.41%」: neither is over the other, but over both. */
function isOfTwoParts(bound: Bound): boolean {
  const { rate, numerator, denominator, here } = bound
  const both = sumOf([numerator, denominator])
  // 「结算2417.9万元，概算2348.6万元，超69.3万元，超概比例2.87%」: where both together are told, the words say which is meant.
  const isTold = here.some((each) => sameKind(each, numerator) && meets(valueOf(each), both))
  if (isTold || isNamed(bound)) return false
  return [numerator, denominator].some((part) => fitsRatio(rate.figure.quantity, valueOf(part), both))
}

/** 「二季度121.6万人次、三季度117.3万人次，四季度85.5万人次，旺季（二、三季度）占全年57.9%」: neighbours taken together. */
function isOfSeveral({ rate, numerator, denominator, here, all }: Bound): boolean {
  const isSaid = namesSeveral(rate)
  // Among many amounts some run gives any rate: where no word says that several are meant, it is the one base and four digits.
  if (!isSaid && digitsOf(rate.figure.printed) < telling) return false
  const isAlike = (each: Mention) => isAmount(each) && sameKind(each, numerator)
  const alike = here.filter(isAlike)
  const at = all.indexOf(rate)
  const bases = isSaid
    ? all.slice(Math.max(0, at - near), at).filter((each) => isAlike(each) && each !== numerator)
    : []
  const among = new Set([...bases, denominator])
  return alike.some((_, from) =>
    Array.from({ length: mostTogether - 1 }, (_, more) => alike.slice(from, from + more + 2)).some(
      (run) =>
        run.length >= 2 &&
        (isSaid || run.includes(numerator)) &&
        [...among].some((base) => !run.includes(base) && fitsRatio(rate.figure.quantity, sumOf(run), valueOf(base))),
    ),
  )
}

/** 「回访甲200人，满意193人，回访乙300人，满意286人，合并满意度95.80%」: those of both over all of both. */
function isOfPairs({ rate, numerator, here }: Bound): boolean {
  const alike = here.filter((each) => isAmount(each) && sameKind(each, numerator))
  for (let from = alike.length - 4; from >= 0; from -= 2) {
    const row = alike.slice(from)
    const [wholes, parts] = [0, 1].map((odd) => sumOf(row.filter((_, at) => at % 2 === odd)))
    if (fitsRatio(rate.figure.quantity, parts!, wholes!)) return true
  }
  return false
}

/** 「教师260份，收回246份；家长600份，收回541份，回收率一为94.6%，一为90.2%」: the pair is of the rate right behind. */
function isOfTheNext({ rate, numerator, denominator, next }: Bound): boolean {
  // The same words before both: 「一为」, 「一为」.
  const [, same] = /^[，,、；;]\s*(\p{Script=Han}{1,4})$/u.exec(next?.lead.trim() ?? '') ?? []
  return (
    next?.figure.quantity.unit.kind === 'share' &&
    same !== undefined &&
    rate.lead.trim().endsWith(same) &&
    fitsRate(next, { numerator, denominator })
  )
}

/**
 * The same amount over another of the part gives to four digits what no words bind to the one it was put over: 「预算执行率86.32%」
 * of the budget told paragraphs before, 「占支出总额的63.53%」 of this year's.
 */
function isOverAnother(bound: Bound): boolean {
  const { rate, numerator, denominator, all } = bound
  if (digitsOf(rate.figure.printed) < telling || bound.here.includes(bound.denominator)) return false
  if (!isOfYearBefore(bound) && !namesNoBase(bound)) return false
  return all.some(
    (each) =>
      each !== numerator &&
      each !== denominator &&
      each.figure.quantity.looseness === 'exact' &&
      sameKind(each, numerator) &&
      fitsRate(rate, { numerator, denominator: each }),
  )
}

/** 「往回看一年，2021年支出2142.14万元…占支出总额的63.53%」 in a report of 2022. */
function isOfYearBefore({ rate, denominator, year }: Bound): boolean {
  const told = /20\d\d(?=年)/.exec(clauseOf(denominator))?.[0]
  return told !== undefined && year !== undefined && Number(told) < year && !clauseOf(rate).includes(told)
}

/** 「…率」 names no base: an amount of another sentence was only the likeliest. */
function namesNoBase({ rate, denominator }: Bound): boolean {
  const [found, subject = ''] =
    /([\p{Script=Han}]*?)[\p{Script=Han}]{2}率(?:为|达到?|约|是|[：:])*$/u.exec(clauseOf(rate).trim()) ?? []
  const isCalled = subject.length >= 2 && clauseOf(denominator).includes(subject)
  return found !== undefined && !isCalled
}

/** 「愿意的201人，占69.8%，不愿意的87人」: over those that are and those that are not. */
function isOfItAndNot({ rate, numerator, denominator, next, all }: Bound): boolean {
  const other = next ?? all[all.indexOf(rate) + 1]
  if (!other || !sameKind(other, numerator)) return false
  const [own, not] = [numerator, other].map(({ label }) => label.replace(/的$/, ''))
  return (
    own!.length >= 2 &&
    /^[不未没非]/.test(not!) &&
    not!.endsWith(own!.slice(-2)) &&
    fitsRatio(rate.figure.quantity, valueOf(numerator), sumOf([numerator, other])) &&
    // Of a larger base a slip made it less.
    valueOf(denominator).high.lt(sumOf([numerator, other]).low)
  )
}

/** 「占年初预算的」 over 「年初预算」: the words bind it. */
function isNamed({ rate, denominator }: Bound): boolean {
  const base = /占([\p{Script=Han}“”]{2,}?)的?(?:比例|比重)?(?:为|达到?|约)*$/u
    .exec(clauseOf(rate).trim())?.[1]
    ?.replace(/[“”]|总额|总数|总量|合计/g, '')
  // 「基本支出中人员352.18万元」 is a part of it.
  return base !== undefined && base.length >= 2 && new RegExp(`${base}(?!中)`).test(clauseOf(denominator))
}
