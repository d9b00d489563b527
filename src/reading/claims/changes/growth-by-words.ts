import { addIntervals, divideIntervals, fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { isOverLater } from '#domain/over-later.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { type Bearer, addsUp } from '../sums/adds-up.ts'
import type { RateAt } from '../rates/meant-pairs.ts'
import { clauseOf, isRestated } from '../rates/rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import {
  comparedPairs,
  isMoved,
  isOfOtherBasis,
  isOfTheRest,
  measuresAlike,
  movedBetween,
  yearsOf,
} from './compared-pairs.ts'

/** What became of what, and by how much where that is told, too. */
export type Growth = {
  readonly now: Mention
  readonly base: Mention
  readonly delta?: Mention
  readonly certain?: boolean
}

/** Growth at constant prices, of several years, or after something was left out is of no two numbers told. */
const otherwise = /年均|平均每年|年平均|复合|名义|口径|预计|生产总值|增加值|GDP|累计增|目标|以上|左右/

/**
 * By what share something grew, where the words tell of which two amounts and the rate is of others, or over what it became:
 * 「上年预算B，本年增加D，增长P%」「由B提高到A，增长P%」「上年支出B，本年同比下降P%」. Undefined where it fits two amounts that may
 * be meant, or nothing tells them.
 */
export function growthByWords(at: RateAt): Claim | undefined {
  const { sentence, rate, here, earlier } = at
  if (otherwise.test(clauseOf(rate)) || isOfOtherBasis(rate) || /^以[上内]/.test(rate.after) || !isMoved(rate))
    return undefined
  const told = [...earlier.filter(({ figure }) => figure.place.block === sentence.block), ...here].filter(
    (each) => !isRestated(each) && each.figure.quantity.looseness === 'exact',
  )
  const meant = ofYears(rate, told) ?? withDelta(at, told) ?? withoutDelta(at, told)
  if (!meant || fits(rate, meant.now, meant.base)) return undefined
  const { now, base, delta } = meant
  if (isOfTheRest(base) || baseValue(base.figure.quantity).lte(0) || isDownward(rate) === rises(meant)) return undefined
  const [first] = [now, base].toSorted((one, two) => one.start - two.start)
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(now),
      base: termOf(base),
      ...(delta ? { delta: termOf(delta) } : {}),
      rate: termOf(rate),
      direction: rises(meant) ? 1 : -1,
    },
    certain: Boolean(meant.certain),
    ...(meant.certain ? {} : { because: '比较的是哪两个数按上下文判断' }),
    quote: quoteOf(sentence, Math.max(first!.start, sentence.start), rate.end),
  }
}

function rises({ now, base }: Growth): boolean {
  return baseValue(now.figure.quantity).gt(baseValue(base.figure.quantity))
}

/** 「改善」 goes either way. */
function isDownward({ lead }: Mention): boolean | undefined {
  const clause = afterLast(lead, '，,；;。')
  return /改善|变动|变化/.test(clause) ? undefined : /减|降|下滑|下跌|回落|缩短|收窄|压缩|节|少/.test(clause)
}

/** Whether the rate is by how much the two differ, over the earlier one. */
function fits({ figure: { quantity } }: Bearer, now: Bearer, base: Bearer): boolean {
  const found = shareOf(now, base, base)
  return found !== undefined && /fits|truncated/.test(fitOf(quantity, found.share)) && !isOverLater(quantity, found)
}

/** Over what it became: the commonest mistake. */
function fitsWrongly({ figure: { quantity } }: Bearer, now: Bearer, base: Bearer): boolean {
  const found = shareOf(now, base, now)
  return found !== undefined && fitOf(quantity, found.share) === 'fits'
}

function shareOf(one: Bearer, two: Bearer, over: Bearer) {
  const [now, prior, bottom] = [one, two, over].map(({ figure }) => intervalOf(figure.quantity))
  const changed = now!.low.gt(prior!.low) ? subtractIntervals(now!, prior!) : subtractIntervals(prior!, now!)
  const share = bottom!.low.gt(0) ? divideIntervals(changed, bottom!) : undefined
  return share && { share, changed, now: now!, prior: prior! }
}

/** Whether the numbers of a change that is told agree with each other. */
export function holdsChange({
  current,
  base,
  delta,
  rate,
  direction,
}: Extract<Claim['form'], { is: 'change' }>): boolean {
  if (!rate) return true
  if (base && delta && !addsUp(current, [base, delta]) && !addsUp(base, [current, delta])) return false
  if (base) return fits(rate, current, base)
  const [now, moved] = [current, delta].map((term) => term && intervalOf(term.figure.quantity))
  if (!now || !moved) return true
  const share = divideIntervals(moved, direction < 0 ? addIntervals([now, moved]) : subtractIntervals(now, moved))
  return share === undefined || fitOf(rate.figure.quantity, share) !== 'off'
}

/** 「2020、2021、2022年预算分别为…，2022年预算较2020年增长P%」: the amounts of both years it names, one each. */
function ofYears(rate: Mention, told: readonly Mention[]): Growth | undefined {
  const before = told.at(-1)
  const isOfDelta = before !== undefined && isMoved(before) && /^[，,（(][^，；。\d]{1,6}$/.test(rate.lead.trim())
  const said = clauseOf(isOfDelta ? before : rate)
  const [, year, name, prior] = /(20\d\d)年([^，；。]{0,12})[较比](20\d\d)年[^，；。\d]{0,8}$/.exec(said) ?? []
  const named = /预算|支出|收入|安排|投入/.exec(name ?? '')?.[0]
  if (year === undefined || prior === undefined) return undefined
  const others = isOfDelta ? told.slice(0, -1) : told
  for (const byYear of yearsOf(others)) {
    const [now, base] = [byYear.get(Number(year)), byYear.get(Number(prior))]
    if (!now || !base) continue
    if (!isOfDelta) return { now, base, certain: named !== undefined && base.lead.includes(named) }
    return differBy(now, base, before) ? { now, base, delta: before } : undefined
  }
  return undefined
}

function differBy(now: Mention, base: Mention, delta: Mention): boolean {
  return addsUp(now, [base, delta]) || addsUp(base, [now, delta])
}

/** 「上年预算B…同比增加D，增长P%」: D lies between the two amounts, whatever words bind them. */
function withDelta({ rate, here, later = [] }: RateAt, told: readonly Mention[]): Growth | undefined {
  const delta = here.at(-1)
  if (!delta || !isMoved(delta) || !/^[）)]?[，,、（(]?(?:同比|环比)?[^，,\d]{1,6}$/.test(rate.lead.trim()))
    return undefined
  if (/[；;。]/.test(rate.lead) || isDownward(delta) !== isDownward(rate)) return undefined
  const amounts = [...told, ...later].filter((each) => each !== delta && measuresAlike(each, delta))
  const pairs = movedBetween(amounts, delta, isDownward(rate) === true)
  // Told in two ways, one of them is what the rate is of.
  if (pairs.length === 0 || pairs.some(({ now, base }) => fits(rate, now, base))) return undefined
  const [pair] = pairs
  return pair && { ...pair, delta }
}

/** 「上年支出B，本年同比下降P%」. */
function withoutDelta(at: RateAt, told: readonly Mention[]): Growth | undefined {
  const { rate } = at
  const pairs = comparedPairs(at, told)
  if (pairs.length === 0 || pairs.some(({ now, base }) => fits(rate, now, base))) return undefined
  return pairs.find(({ now, base }) => fitsWrongly(rate, now, base)) ?? (pairs.length === 1 ? pairs[0] : undefined)
}
