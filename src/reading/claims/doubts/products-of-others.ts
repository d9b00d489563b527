import type { Big } from 'big.js'
import type { ClaimForm, Term } from '#domain/claim.ts'
import { addIntervals, meets, multiplyIntervals, subtractIntervals } from '#domain/arithmetic.ts'
import { priceInterval } from '#domain/price-interval.ts'
import { type Interval, baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { pricesIn } from '../priced/paired-groups.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Product = Extract<ClaimForm, { is: 'product' }>

/** A total of fewer digits is made by chance. */
const fewestDigits = 3
const laidDown = /标准|定额|单价$|[按予放励]每/
/** 「计划换3500盏，实际少了100盏」 */
const lacking = /(?:少|差|缺|短|减少|未[\p{Script=Han}]{1,3})[了出]?$/u

/**
 * Whether the numbers around tell what the total of a doubtful product is made of: the price rounded, as it stands last and
 * was divided out of the two before; the count with the next one of its list, or less what it lacks; another price with
 * another count, or two of these together.
 *
 * price    the words before it besides
 * around   the numbers of the sentences that tell the product
 */
export function isOfOtherNumbers(
  { result, factors, times = 1 }: Product,
  price: Mention | undefined,
  around: readonly Mention[],
): boolean {
  const [each, count] = factors as [Term, Term]
  const total = intervalOf(result.figure.quantity)
  const isMade = (by: Interval, many: Interval) => meets(total, multiplied(multiplyIntervals(by, many), times))
  if (isToldLast(each, [result, count]) && !laidDown.test(price ? clauseOf(price) : each.name)) {
    if (isMade(meanOf(each.figure.quantity), timesOf(count.figure.quantity))) return true
  }
  const told = priceInterval(each.name, each.figure.quantity)
  if (countsWith(count, around).some((many) => isMade(told, many))) return true
  return digitsOf(result) >= fewestDigits && isOfOtherPrices(result, each, around, times)
}

function timesPrinted({ figure }: Mention): Big {
  const { low, high } = timesOf(figure.quantity)
  return low.plus(high).div(2)
}

function multiplied({ low, high }: Interval, times: number): Interval {
  return { low: low.times(times), high: high.times(times) }
}

/** A price behind both its total and its count is what the two give. */
function isToldLast({ figure: { place } }: Term, others: readonly Term[]): boolean {
  return others.every(
    ({ figure }) =>
      figure.place.block < place.block || (figure.place.block === place.block && figure.place.start < place.start),
  )
}

function digitsOf({ figure }: Term): number {
  return figure.printed.replace(/\D|0+$/g, '').length
}

/** The count together with those beside it in a list, or less what the next one says it lacks. */
function countsWith({ figure }: Term, around: readonly Mention[]): Interval[] {
  const at = around.findIndex((each) => each.figure === figure)
  const own = around[at]
  if (!own) return []
  const lacks = around.filter((each) => each !== own && sameKind(each, own) && lacking.test(clauseOf(each).trim()))
  return [
    ...runsWith(around, at).map((run) => addIntervals(run.map((each) => timesOf(each.figure.quantity)))),
    ...lacks.map((each) => subtractIntervals(timesOf(figure.quantity), timesOf(each.figure.quantity))),
  ]
}

/** 「首批40台、次批21台」: runs of a list of which this one is. */
function runsWith(around: readonly Mention[], at: number): (readonly Mention[])[] {
  const isJoined = (one: Mention, next: Mention) => sameKind(one, next) && /^\s*[、和及与]/.test(next.lead)
  let from = at
  while (from > 0 && isJoined(around[from - 1]!, around[from]!)) from--
  let to = at
  while (to + 1 < around.length && isJoined(around[to]!, around[to + 1]!)) to++
  const firsts = Array.from({ length: at - from + 1 }, (_, back) => at - back)
  const lasts = Array.from({ length: to - at + 1 }, (_, ahead) => at + ahead)
  return firsts
    .flatMap((first) => lasts.map((last) => around.slice(first, last + 1)))
    .filter(({ length }) => length > 1)
}

/** Another price times another count, or two of these together, are the total to the last digit. */
function isOfOtherPrices(result: Term, own: Term, around: readonly Mention[], times: number): boolean {
  const total = baseValue(result.figure.quantity)
  const others = around.filter(({ figure }) => figure !== result.figure)
  const prices = others.filter(
    (each) =>
      each.figure.quantity.unit.kind === 'money' &&
      baseValue(each.figure.quantity).gt(0) &&
      baseValue(each.figure.quantity).lt(total),
  )
  const counts = others.filter(({ figure: { quantity } }) => /^(?:count|area)$/.test(quantity.unit.kind))
  const products = prices.flatMap((price) =>
    counts.map((count) => ({
      price,
      count,
      made: baseValue(price.figure.quantity).times(timesPrinted(count)).times(times),
    })),
  )
  if (products.some(({ price, made }) => price.figure !== own.figure && made.eq(total))) return true
  const at = others.findIndex(({ start }) => start > result.figure.place.start)
  const isBehind = (mention: Mention) => at >= 0 && others.indexOf(mention) >= at
  const told = new Set(pricesIn(others).map(({ mention }) => mention))
  const priced = products.filter(({ price, count }) => told.has(price) && isBehind(price) === isBehind(count))
  // 「42人，每人3800元，计15.96万元；87人，每人2500元」: what stands between two groups is of one of them.
  return priced.some((one) =>
    priced.some(
      (two) =>
        one.price !== two.price &&
        one.count !== two.count &&
        isBehind(one.price) === isBehind(two.price) &&
        one.made.plus(two.made).eq(total),
    ),
  )
}
