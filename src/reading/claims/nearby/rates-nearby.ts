import { divide } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { clauseOf, fitsRate } from '../rates/rate-pairs.ts'
import { namesSeveral } from '../rates/several.ts'
import { isRestOfWhole } from '../doubts/second-thoughts.ts'
import { termOf } from '../text/terms.ts'
import { type Spot, alike, before, behind, isTerm, quoteAround } from './number-line.ts'
import { isSame, isWithin } from './meant-by-words.ts'
import { type RatePair, likely, ratePairs, strong, veryStrong } from './rate-terms.ts'
import { affinity, wordsOf } from './rate-words.ts'

/** 「比上年的52.60%」「目标值95%」: a rate of another year, or one that was wanted. */
const compared =
  /[比较由从]|上年|去年|同期|20\d\d年|目标|预期|标准|计划|不低于|不少于|以上|达到|超过|^[，,；;]?(?:要|仍|还|约)?[高低贵快慢多少]出?了?$/
/** 「达到支出总额的」「占计划发行额的」「完成目标的」 name what the rate is of. */
const ofBase = /(?:占|为|完成|达到?|相当于)[\p{Script=Han}“”]{2,}的(?:比例|比重)?$/u

/** Here no other pair may come near it. */
const firm = 5.5

/** Amounts before a rate that one told behind it may be over. */
const nearest = 8

/**
 * A rate whose amounts are told without words that bind them: 「累计到位11400万元，占概算总投资的89.91%」 where the investment
 * stood a paragraph before. Any pair nearby that gives it explains it; where none does, the pair its words bind best is
 * the one that was meant.
 */
export function rateNearby(line: readonly Spot[], rate: Spot): Claim | undefined {
  const { quantity } = rate.mention.figure
  // Among many pairs a rate with few digits is met by chance.
  if (quantity.looseness !== 'exact' || quantity.value.lte(0) || quantity.value.eq(100) || rateDigits(rate) < 3)
    return undefined
  const clause = afterLast(rate.mention.lead, '，,；;。（(')
  if (compared.test(clause.replace(ofBase, ''))) return undefined
  const fitting = ratePairs(
    line,
    rate,
    (top, bottom) => mayFit(rate, { top, bottom }) && !isUpsideDown(rate, { top, bottom }),
  ).find((pair) => fits(rate, pair))
  if (fitting) return claimOf(rate, fitting, true)
  // Each share of a list is of the amount in its place.
  if (namesSeveral(rate.mention) || /分别/.test(rate.mention.lead)) return undefined
  if (isToldBehind(line, rate) || isRestOfWhole(quantity, rate.sentence)) return undefined
  const pairs = ratePairs(line, rate, (top, bottom) => !isUpsideDown(rate, { top, bottom }))
  const sound = pairs.filter(({ top, bottom }) => rate.value > 1 === top.value > bottom.value)
  if (pairs[0] && isOverBuilt(line, rate, pairs[0])) return undefined
  // The other way round only where the words leave no doubt: one of the two may be what is wrong.
  const meant =
    [sound[0], pairs[0]].find((best) => best && isMeant(rate, best, sound, pairs)) ??
    sound
      .slice(0, 2)
      .find((each) => each.score >= veryStrong && isRateSlipped(rate, each) && !isTakenTogether(rate, each, pairs))
  return meant && claimOf(rate, meant, false)
}

/** 「满意度94.56%（非常满意与满意共365份）」: an amount behind the rate, over one before it, gives it. */
function isToldBehind(line: readonly Spot[], rate: Spot): boolean {
  const tops = behind(line, rate).filter(isTerm)
  const amounts = [...before(line, rate, nearest, 0).filter(isTerm), ...tops]
  return tops.some((top) =>
    amounts.some((bottom) => bottom !== top && alike(bottom, top) && fits(rate, { top, bottom })),
  )
}

/** 「年初预算260万元，年中追加128万元，实际支出380.64万元，执行率98.10%」: over what two amounts before make. */
function isOverBuilt(line: readonly Spot[], rate: Spot, { top }: RatePair): boolean {
  // A round rate is met by many.
  if (rate.mention.figure.printed.replace(/^0\.|\.?0+$/g, '').length < 4) return false
  const near = before(line, rate, nearest, 0).filter((each) => each !== top && isTerm(each) && alike(each, top))
  return near.some((one, at) =>
    near
      .slice(at + 1)
      .some(({ value }) =>
        [one.value + value, Math.abs(one.value - value)].some(
          (base) => base > 0 && Math.abs(top.value / base - rate.value) <= rate.slack,
        ),
      ),
  )
}

/** Whether the words bind a pair, none as well as that one, and it almost gives the rate. */
function isMeant(rate: Spot, best: RatePair, sound: readonly RatePair[], pairs: readonly RatePair[]): boolean {
  const second = sound.find((each) => !isSame(each, best))
  if (!isBound(best, second) || isTakenTogether(rate, best, pairs)) return false
  if (isSlipped(rate, best)) return true
  const { base } = wordsOf(rate)
  if (base.length >= 3 && affinity(best.bottom, base) < 0.5) return false
  // What stands between the two is rather what the rate counts: 「6个乡镇的20个终端，占全部终端的」.
  const isBetween = best.bottom.at > best.top.at && best.bottom.at < rate.at
  const lead = best.score - (second?.score ?? 0)
  const isAlone = !isBetween && ((best.score >= veryStrong && lead >= 1) || (best.score >= firm && lead >= 1.5))
  return best.score >= strong && isWithin(isAlone ? 0.4 : 0.12, rate.value, best.top.value / best.bottom.value)
}

/** Whether the words bind a pair, and better than any other. */
function isBound(best: RatePair, second: RatePair | undefined): boolean {
  return best.score >= likely && (!second || best.score - second.score >= 0.3)
}

/** 「年初预算1986.20万元，支出决算2183.06万元，完成年初预算的」: what the rate says it is of is not what it counts. */
function isUpsideDown(rate: Spot, { top, bottom }: Pick<RatePair, 'top' | 'bottom'>): boolean {
  const { base, ofPosts } = wordsOf(rate)
  if (ofPosts) return /编制/.test(clauseOf(top.mention)) && !/编制/.test(clauseOf(bottom.mention))
  // 「长者饭堂完成率」 names what it counts.
  if (!/的(?:比例|比重)?(?:为|达)?$/.test(clauseOf(rate.mention).trim())) return false
  return base.length >= 2 && affinity(top, base) === 1 && affinity(bottom, base) < 0.5
}

/** A sieve before what is reckoned exactly. */
function mayFit(rate: Spot, { top, bottom }: Pick<RatePair, 'top' | 'bottom'>): boolean {
  return isWithin(0.036, rate.value, top.value / bottom.value)
}

function fits(rate: Spot, { top, bottom }: Pick<RatePair, 'top' | 'bottom'>): boolean {
  return (
    mayFit(rate, { top, bottom }) && fitsRate(rate.mention, { numerator: top.mention, denominator: bottom.mention })
  )
}

function isRateSlipped(rate: Spot, { top, bottom }: Pick<RatePair, 'top' | 'bottom'>): boolean {
  const { quantity, printed } = rate.mention.figure
  const [over, under] = [top, bottom].map(({ mention }) => baseValue(mention.figure.quantity))
  return isSlip(divide(over!, under!).times(100).toFixed(quantity.decimals), printed)
}

/** One slip of the pen in the rate; of a rate with enough digits, in one of its terms, too. */
function isSlipped(rate: Spot, { top, bottom, score }: RatePair): boolean {
  if (isRateSlipped(rate, { top, bottom })) return true
  const terms = { rate: termOf(rate.mention), numerator: termOf(top.mention), denominator: termOf(bottom.mention) }
  return rateDigits(rate) >= 4 && isSlippedRate(terms, ...(score >= strong ? [allSlipsOf] : []))
}

/** Whether the amount and its neighbours taken together give the rate, or what is left of the whole does. */
function isTakenTogether(rate: Spot, { top }: RatePair, pairs: readonly RatePair[]): boolean {
  const tops = [...new Set(pairs.map((pair) => pair.top))].toSorted((left, right) => right.at - left.at)
  const from = tops.indexOf(top)
  const [own, two, three] = [0, 1, 2].map((more) =>
    tops.slice(from, from + more + 1).reduce((sum, { value }) => sum + value, 0),
  )
  return [...new Set(pairs.map(({ bottom }) => bottom.value))].some((whole) =>
    [whole - own!, two!, three!].some((amount) => Math.abs(amount / whole - rate.value) <= rate.slack + 1e-9),
  )
}

function rateDigits({ mention }: Spot): number {
  return mention.figure.printed.replace('.', '').replace(/^0+/, '').length
}

function claimOf(rate: Spot, { top, bottom }: RatePair, certain: boolean): Claim {
  const terms = { rate: termOf(rate.mention), numerator: termOf(top.mention), denominator: termOf(bottom.mention) }
  return {
    rule: 'rate.of-two-counts',
    form: { is: 'ratio', ...terms },
    certain,
    ...(certain ? {} : { because: '比率的分子、分母按上下文判断' }),
    quote: quoteAround(rate.sentence, [rate, top, bottom]),
  }
}
