import { divide } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { type Pair, clauseOf, fitsRate, ratio } from './rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

const rateWord = /(?:调整|追加|调增|变动)(?:率|比例|幅度)(?:为|是|达到?|约|[:：])*\s*$/
const shareOfInitial = /占年初(?:批复)?(?:部门|支出)?预算(?:总额|数)?的(?:比例为|比例)?\s*$/
const moved =
  /(?:追加|调整|调增|净增加?|净减少?|净调[增减]|净追加|追加预算|调整增加|增加预算)(?:了|额|数|资金|预算|金额|共|合计|为)*\s*$/
const initial = /年初[^，,；;。]{0,8}(?:预算|批复)(?:数|总额|为|安排|下达|共)*\s*$/
/** Numbers before a sentence among which the initial budget may stand. */
const far = 40
const near = 10
/** A whole report. */
const alone = 400
const adjusts = /(?:追加|调整|调增)(?:的)?(?:金额|资金|额|数|预算)?占/

/**
 * 「年初预算A…年中追加D…预算调整率P%」: D over A, the initial budget, wherever in the part it was told (预算调整率 =
 * 预算调整数 ÷ 预算数，财预〔2013〕53号). Undefined where the rate is no such one, or where it is open which D and A are meant.
 */
export function adjustmentRate(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const clause = clauseOf(rate)
  const isShare = shareOfInitial.test(clause)
  if (rate.figure.quantity.unit.kind !== 'share' || (!isShare && !rateWord.test(clause))) return undefined
  const money = (list: readonly Mention[]) => list.filter(({ figure }) => figure.quantity.unit.kind === 'money')
  const own = money(here)
  // 「年中追加金额占年初预算的20.09%」 among the problems: of what was told at the beginning.
  const isAlone = isShare && own.length === 0 && adjusts.test(clause)
  const told = isAlone ? earlier.slice(-alone) : isShare ? [] : earlier.slice(-near)
  const deltas = netOf(nearest(own, money(told), ({ lead }) => moved.test(lead)))
  const bases = nearest(
    own,
    money(earlier.slice(isAlone ? -alone : -far)),
    ({ lead, depth }) => initial.test(lead) && depth === 0,
  )
  if (isShare && !isAlone && deltas.at(-1) !== own.at(-1)) return undefined
  const pairs = deltas.flatMap((numerator) =>
    bases
      .filter((base) => sameKind(base, numerator) && baseValue(base.figure.quantity).gt(0))
      .map((denominator) => ({ numerator, denominator })),
  )
  const fitting = pairs.findLast((pair) => fitsRate(rate, pair))
  if (fitting) return ratio(sentence, rate, fitting, 'rate.adjustment', true)
  const slipped = isAlone ? pairs.filter((pair) => isSlippedTo(rate, pair)) : []
  const [only] = slipped.length > 0 ? slipped : pairs
  const ways =
    slipped.length > 0
      ? [slipped.map((pair) => pair.numerator), slipped.map((pair) => pair.denominator)]
      : [deltas, bases]
  if (!only || ways.some((list) => valuesOf(list) > 1)) return undefined
  const rivals = own.filter((each) => each !== only.numerator && each !== only.denominator)
  const certain = own.includes(only.numerator) && own.includes(only.denominator)
  return ratio(sentence, rate, only, 'rate.adjustment', certain, rivals)
}

/** Whether the rate is one slip of the pen from what the two give. */
function isSlippedTo(rate: Mention, { numerator, denominator }: Pair): boolean {
  const [top, bottom] = [numerator, denominator].map(({ figure }) => baseValue(figure.quantity))
  const { quantity, printed } = rate.figure
  return isSlip(divide(top!, bottom!).times(100).toFixed(quantity.decimals), printed)
}

/** Whether the words right before a rate call it so: nothing else than what was moved is over what there was. */
export function isAdjustmentRate(rate: Mention): boolean {
  return /预算调整率(?:为|是|达到?|约|[:：])*\s*$/.test(clauseOf(rate))
}

/** 「追加3874.20万元，追减412.55万元，净增加3461.65万元」: what both make is meant. */
function netOf(deltas: readonly Mention[]): readonly Mention[] {
  const net = deltas.filter(({ lead }) => /净(?:增|减|调|追)[^，。；]*$/.test(lead))
  return net.length > 0 ? net : deltas
}

/** Those of the sentence itself, else those before it. */
function nearest(
  own: readonly Mention[],
  before: readonly Mention[],
  fits: (mention: Mention) => boolean,
): readonly Mention[] {
  const here = own.filter(fits)
  return here.length > 0 ? here : before.filter(fits)
}

function valuesOf(list: readonly Mention[]): number {
  return new Set(list.map(({ figure }) => baseValue(figure.quantity).toFixed())).size
}
