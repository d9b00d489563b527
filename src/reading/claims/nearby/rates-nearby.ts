import { divide, fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { isSlippedRate } from '../plausible.ts'
import { quoteOf, termOf } from '../terms.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { type Spot, alike, before, behind, isTerm } from './number-line.ts'

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
  if (quantity.looseness !== 'exact' || quantity.value.lte(0) || quantity.value.eq(100)) return undefined
  if (compared.test(afterLast(rate.mention.lead, '，,；;。（('))) return undefined
  const tops = topsOf(line, rate)
  const further = before(line, rate, farBottoms, 3)
  const named = baseName(rate)
  const pairs = tops.flatMap((top) =>
    further
      .filter((each) => each !== top && alike(each, top) && isTerm(each) && each.value > 0)
      .map((bottom) => ({ top, bottom, isNamed: named.length >= 2 && shares(bottom.mention.label, named) })),
  )
  // Among many pairs a rate with few digits is met by chance.
  if (rateDigits(rate) < 3) return undefined
  const [next] = pairs.filter((pair) => isRightBefore(rate, pair))
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
  if (Math.abs(top.at - rate.at) !== 1) return false
  return rateDigits(rate) >= 4 || (rate.at - bottom.at === 2 && bottom.sentence === rate.sentence)
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
  const own = before(line, rate, nearTops, 0).filter(
    (each) => each.sentence === rate.sentence && !/share|points|none/.test(each.mention.figure.quantity.unit.kind),
  )
  return own.filter(isTerm)
}

/** What a rate says it is of: 「占概算总投资的」 → 概算总投资, 「累计到位资金支付率」 → 累计到位资金. */
function baseName({ mention }: Spot): string {
  const clause = afterLast(mention.lead, '，,；;。（(').trim()
  const named = /(?:占|为|达|完成)(?:了|到|全部)?([\p{Script=Han}“”]{2,})的(?:比例|比重)?(?:为|达)?$/u.exec(clause)?.[1]
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
  const spots = [rate, top, bottom].filter(({ sentence }) => sentence === rate.sentence)
  const told = rateDigits(rate)
  return {
    fits: () =>
      isRoughly(rate.value, top.value / bottom.value) && fitsRatio(quantity, intervalOf(over!), intervalOf(under!)),
    slip: () => {
      if (!isLikely) return false
      if (told >= 4) return isSlippedRate({ is: 'ratio', ...terms })
      return isSlip(divide(baseValue(over!), baseValue(under!)).times(100).toFixed(quantity.decimals), printed)
    },
    // A rate to two places is met by a slip of one of three numbers once in a hundred; a named base is hardly chance.
    chance: (told >= 4 ? 0.014 : 0.03) * (isNamed ? 0.5 : 1),
    claim: (certain) => ({
      rule: 'rate.of-two-counts',
      form: { is: 'ratio', ...terms },
      certain,
      ...(certain ? {} : { because: '改动一个数字正好相符，可能是笔误' }),
      quote: quoteOf(
        rate.sentence,
        Math.min(...spots.map(({ mention }) => mention.start)),
        Math.max(...spots.map(({ mention }) => mention.end)),
      ),
    }),
  }
}

/** A sieve: within a hundredth. */
function isRoughly(told: number, reckoned: number): boolean {
  return Math.abs(told - reckoned) <= Math.abs(told) * 0.06
}
