import { divide } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { isSlippedRate } from '../plausible.ts'
import { fitsRate } from '../rate-pairs.ts'
import { termOf } from '../terms.ts'
import { doubtOf } from '../doubt.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { type Spot, alike, before, behind, isTerm, quoteAround } from './number-line.ts'

/** How far back the amount a rate is of may stand, and what it is measured against. */
const nearTops = 4
const farBottoms = 24
/** 「全年资金的70%，即2716.28万元」: the rate is told before what it makes. */
const makes = /^[，,（(]\s*(?:即|计|为|约|共计|合计|共|折合|金额)/

/** 「比上年的52.60%」「目标值95%」: a rate of another year, or one that was wanted. */
const compared = /[比较由从]|上年|去年|同期|20\d\d年|目标|预期|标准|计划|不低于|不少于|以上|达到|超过/

/**
 * A rate whose amounts are told without words that bind them: 「累计到位11400万元，占概算总投资的89.91%」 where the investment
 * stood a paragraph before. What it is of stands beside it; what it is measured against bears the name it gives, or
 * stands right before.
 */
export function rateNearby(line: readonly Spot[], rate: Spot): Claim | undefined {
  const { quantity } = rate.mention.figure
  // Among many pairs a rate with few digits is met by chance.
  if (quantity.looseness !== 'exact' || quantity.value.lte(0) || quantity.value.eq(100) || rateDigits(rate) < 3)
    return undefined
  if (compared.test(afterLast(rate.mention.lead, '，,；;。（('))) return undefined
  const tops = topsOf(line, rate)
  const named = baseName(rate)
  const further = [
    ...before(line, rate, farBottoms, 3),
    ...(named.length >= 3 ? before(line, rate, line.length, line.length).slice(farBottoms) : []).filter(
      ({ mention }) => mention.label.length >= 3 && (mention.label.includes(named) || named.includes(mention.label)),
    ),
  ]
  const pairs = tops.flatMap((top) =>
    further
      .filter((each) => each !== top && alike(each, top) && isTerm(each) && each.value > 0)
      .map((bottom) => ({ top, bottom, isNamed: named.length >= 2 && shares(bottom.mention.label, named) })),
  )
  const next = pairs.find((pair) => isRightBefore(rate, pair))
  const likely = [
    ...pairs.filter(({ isNamed }) => isNamed && rateDigits(rate) >= 4).slice(0, 2),
    ...(next ? [next] : []),
  ]
  return chooseEquation(
    [...new Set([...likely, ...(rateDigits(rate) >= 4 ? pairs : pairs.slice(0, 4))])].map((pair, at) =>
      equationOf(rate, pair, likely.includes(pair) && at < 2),
    ),
  )
}

/** 「应种68240剂次，实种66739剂次，接种率97.8%」: both terms, or the one told first, stand right before the rate. */
function isRightBefore(rate: Spot, { top, bottom }: Pair): boolean {
  const subject = subjectOf(rate)
  if (subject && bears(top, subject)) return bottom.at < rate.at && bottom.value > top.value && rateDigits(rate) >= 4
  // 「支出1685.24万元，年初预算1590万元，完成105.99%」.
  if (rate.at - top.at === 2 && rate.at - bottom.at === 1 && bottom.sentence === rate.sentence)
    return (
      rateDigits(rate) >= 4 && /完成|执行/.test(rate.mention.lead) && /预算|目标|计划|任务/.test(bottom.mention.lead)
    )
  if (Math.abs(top.at - rate.at) !== 1 || !isOfItsWord(rate, top)) return false
  return rateDigits(rate) >= 4 || (top.at < rate.at && bottom.at < top.at && bottom.sentence === rate.sentence)
}

const doing = /执行|完成|支出|支付|使用|拨付|到位|兑付/

/** 「接种率」 is of what was 实种, 「满意率」 of those who said so: a sign of the rate's word stands before its amount. */
function isOfItsWord(rate: Spot, top: Spot): boolean {
  const word = /([\p{Script=Han}]{2})[率度](?:为|达到?|约|仅|是|[:：])*$/u.exec(rate.mention.lead.trim())?.[1]
  if (!word || doing.test(word)) return true
  const told = afterLast(top.mention.lead, '。；;')
  return [...word].some((sign) => told.includes(sign))
}

const nearSubject = 10

/** 「小微企业占63.10%」 names what it is of, which was told a few numbers before. */
function subjectOf({ mention }: Spot): string | undefined {
  const clauses = mention.lead.split(/[，,；;。（(]/).slice(-2)
  const said = clauses.join('，').replace(/[“”"其中]/g, '')
  return /(?:^|，)([\p{Script=Han}]{3,12}?)(?:在[\p{Script=Han}]{2,8}中)?占(?!地|用)[\p{Script=Han}，]{0,10}$/u.exec(
    said,
  )?.[1]
}

function bears({ mention }: Spot, subject: string): boolean {
  return mention.label.length >= 3 && (mention.label.endsWith(subject) || subject.endsWith(mention.label))
}

/** The amounts before the rate in its sentence, nearest first, or what it is said to make. */
function topsOf(line: readonly Spot[], rate: Spot): Spot[] {
  const [next] = behind(line, rate)
  if (
    next &&
    makes.test(next.mention.lead) &&
    isTerm(next) &&
    !/share|points/.test(next.mention.figure.quantity.unit.kind)
  )
    return [next]
  const subject = subjectOf(rate)
  const told = subject && before(line, rate, nearSubject, 1).find((each) => isTerm(each) && bears(each, subject))
  if (told) return [told]
  const own = before(line, rate, nearTops, 0).filter(
    (each) => each.sentence === rate.sentence && !/share|points|none/.test(each.mention.figure.quantity.unit.kind),
  )
  return own.filter(isTerm)
}

/** What a rate says it is of: 「占概算总投资的」 → 概算总投资, 「累计到位资金支付率」 → 累计到位资金. */
function baseName({ mention }: Spot): string {
  const clause = afterLast(mention.lead, '，,；;。（(').trim()
  const named = /(?:占|为|达|完成)(?:了|到|全部)?([\p{Script=Han}“”]{2,}?)(?:的(?:比例|比重)?)?(?:为|达)?$/u.exec(
    clause,
  )?.[1]
  return (named ?? /^([\p{Script=Han}]{2,})(?:支付|执行|到位|使用|完成)率/u.exec(clause)?.[1] ?? '').replace(
    /[“”]|总额|合计|的|全年|全县|全市|全区/g,
    '',
  )
}

/** Whether two names share their last two characters, or one holds the other. */
function shares(label: string, named: string): boolean {
  return label.length >= 2 && (label.includes(named) || named.includes(label) || label.endsWith(named.slice(-2)))
}

function rateDigits({ mention }: Spot): number {
  return mention.figure.printed.replace('.', '').replace(/^0+/, '').length
}

type Pair = { readonly top: Spot; readonly bottom: Spot; readonly isNamed: boolean }

function equationOf(rate: Spot, { top, bottom, isNamed }: Pair, isLikely: boolean): Equation {
  const { quantity, printed } = rate.mention.figure
  const [over, under] = [top, bottom].map(({ mention }) => mention.figure.quantity)
  const terms = { rate: termOf(rate.mention), numerator: termOf(top.mention), denominator: termOf(bottom.mention) }
  const told = rateDigits(rate)
  return {
    fits: () =>
      isWithin(0.036, rate.value, top.value / bottom.value) &&
      fitsRate(rate.mention, { numerator: top.mention, denominator: bottom.mention }),
    slip: () => {
      if (!isLikely) return false
      if (told >= 4)
        return isWithin(0.6, rate.value, top.value / bottom.value) && isSlippedRate({ is: 'ratio', ...terms })
      return isSlip(divide(baseValue(over!), baseValue(under!)).times(100).toFixed(quantity.decimals), printed)
    },
    // A rate to two places is met by a slip of one of three numbers once in a hundred; a named base is hardly chance.
    chance: (told >= 4 ? 0.014 : 0.03) * (isNamed ? 0.5 : 1),
    claim: (certain) => ({
      rule: 'rate.of-two-counts',
      form: { is: 'ratio', ...terms },
      ...doubtOf(certain, '相符'),
      quote: quoteAround(rate.sentence, [rate, top, bottom]),
    }),
  }
}

/** Whether two rates differ by no more than a share of the larger: a sieve, rounding is far less. */
function isWithin(share: number, told: number, reckoned: number): boolean {
  return Math.abs(told - reckoned) <= Math.max(told, reckoned) * share
}
