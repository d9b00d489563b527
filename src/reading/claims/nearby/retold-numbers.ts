import type { Claim, Term } from '#domain/claim.ts'
import { isSlip } from '#domain/slip.ts'
import { addsUp } from '../sums/adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { fitsRate } from '../rates/rate-pairs.ts'
import { termOf } from '../text/terms.ts'
import { digitsTold } from './coincidence.ts'
import { type Spot, alike, quoteAround } from './number-line.ts'

/** Shorter numbers lie one slip apart by chance; those of three digits need a longer name. */
const fewestDigits = 3
const general =
  /^(?:资金|支出|收入|预算|合计|金额|经费|安排|占比|比例|面积|总额)$|^(?:占|为|完成)(?:年度?|全年|年初|当年|调整后?)*(?:预算|计划|目标|任务)数?的?$/
const elsewhen = /上年|去年|同期|以前年度|比|较/

/**
 * A number told again with a slip of the pen: 「全年支出14309.64万元，…未支出384.36万元」, and far behind 「未支出的348.36万元」. It
 * stands nowhere else, no arithmetic explains it, and the other one bears its name.
 *
 * claims   everything that was read of these numbers
 */
export function retoldNumbers(line: readonly Spot[], claims: readonly Claim[]): Claim[] {
  const explained = new Set(
    claims.flatMap((claim) => (holds(claim) ? termsOf(claim) : [])).map(({ figure }) => figure.id),
  )
  const told = line.filter(isTelling)
  const byValue = Map.groupBy(told, ({ value }) => value)
  const byEnding = Map.groupBy(told, endingOf)
  return told.flatMap((spot) => {
    if (explained.has(spot.mention.figure.id) || byValue.get(spot.value)!.length > 1) return []
    const others = (byEnding.get(endingOf(spot)) ?? []).filter((each) => isRetold(spot, each))
    const values = new Set(others.map(({ value }) => value))
    return values.size === 1 ? [claimOf(spot, others[0]!)] : []
  })
}

function isTelling(spot: Spot): boolean {
  const { quantity } = spot.mention.figure
  return (
    /money|share|area|count/.test(quantity.unit.kind) &&
    quantity.looseness === 'exact' &&
    digitsTold([spot]) >= fewestDigits &&
    spot.mention.label.length >= 2 &&
    !general.test(spot.mention.label) &&
    !/delta|change|base|points/.test(roleOf(spot.mention)) &&
    !elsewhen.test(spot.mention.lead)
  )
}

function endingOf({ mention }: Spot): string {
  return mention.label.replace(/的$/, '').slice(-2)
}

function isRetold(spot: Spot, other: Spot): boolean {
  const [one, two] = [spot, other].map(({ mention }) => mention.figure)
  return (
    spot.sentence !== other.sentence &&
    alike(spot, other) &&
    one!.quantity.unit.scale === two!.quantity.unit.scale &&
    isSlip(one!.printed, two!.printed) &&
    bearsName(spot.mention.label, other.mention.label, isPlain(spot) ? 3 : 5) &&
    !areOfTwoYears(spot, other)
  )
}

/** 「结案率97.19%」 and 「法定审限内结案率97.13%」 are two: one word before a rate makes another of it. */
function isPlain(spot: Spot): boolean {
  return digitsTold([spot]) > fewestDigits && spot.mention.figure.quantity.unit.kind !== 'share'
}

/** One name ends with the other, which has so many characters at least, or both end with one more. */
function bearsName(left: string, right: string, fewest: number): boolean {
  const [one, two] = [left, right].map((label) => label.replace(/的$/, ''))
  const [short, long] = one!.length <= two!.length ? [one!, two!] : [two!, one!]
  if (areOfTwoKinds(short, long)) return false
  return (
    (short.length >= fewest && long.endsWith(short)) ||
    (short.length > fewest && long.endsWith(short.slice(-fewest - 1)))
  )
}

/** 「民事一审案件」 and 「刑事一审案件」, 「省级资金」 and 「市级资金」: they part within a word that says of which kind each is. */
function areOfTwoKinds(one: string, two: string): boolean {
  let shared = 0
  while (shared < one.length && one.at(-1 - shared) === two.at(-1 - shared)) shared++
  return shared < one.length && /^[事级性类型期批届]/.test(one.slice(-shared))
}

function areOfTwoYears(spot: Spot, other: Spot): boolean {
  const [one, two] = [yearOf(spot), yearOf(other)]
  return one !== undefined && two !== undefined && one !== two
}

/** The last year told before a number in its sentence. */
function yearOf({ sentence, mention }: Spot): string | undefined {
  return /.*(20\d\d)年/.exec(sentence.text.slice(0, mention.start - sentence.start))?.[1]
}

function holds({ form, certain }: Claim): boolean {
  if (form.is === 'sum') return form.relation === 'equals' && addsUp(form.total, form.parts)
  if (form.is === 'ratio') return fitsRate(form.rate, form)
  return certain
}

function termsOf({ form }: Claim): readonly Term[] {
  switch (form.is) {
    case 'sum':
      return [form.total, ...form.parts]
    case 'ratio':
      return [form.rate, form.numerator, form.denominator]
    case 'change':
      return [form.current, form.base, form.delta, form.rate].filter((term) => term !== undefined)
    case 'difference':
      return [form.result, form.minuend, form.subtrahend]
    case 'product':
      return [form.result, ...form.factors]
    case 'balance':
      return [...form.left, ...form.right]
    default:
      return []
  }
}

function claimOf(spot: Spot, other: Spot): Claim {
  return {
    rule: 'fact.retold',
    form: { is: 'equal', terms: [termOf(spot.mention), termOf(other.mention)] },
    certain: false,
    because: '两处只差一处笔误，所指是否同一个数请看上下文',
    quote: quoteAround(spot.sentence, [spot]),
  }
}
