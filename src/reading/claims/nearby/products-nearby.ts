import { Big } from 'big.js'
import { divide, meets, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { type Interval, baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { unitFactor } from '#domain/unit.ts'
import { termOf } from '../terms.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { digitsTold } from './coincidence.ts'
import { type Spot, before, behind, isTerm, quoteAround } from './number-line.ts'
import { roleOf } from '../mention-role.ts'
import { clauseOf } from '../rate-pairs.ts'
import { inNextSentence, isCounted, isPricedIn, perWordOf, staffNamed } from './price-counts.ts'

const monthly = /每月|月均|月增|月标准|每人月/
const reach = 7

/**
 * A total that is so many times a price or a mean told elsewhere in the sentence or in the one before (P18): 「1260名对象按每人
 * 每月800元发放，全年应发1209.60万元」, 「村卫生室196个，平均每个获得补助4.40万元」 of an amount before.
 */
export function productNearby(line: readonly Spot[], price: Spot): Claim | undefined {
  const { mention } = price
  const { kind } = mention.figure.quantity.unit
  if (
    (kind !== 'money' && kind !== 'count' && kind !== 'area' && kind !== 'weight') ||
    mention.figure.quantity.looseness !== 'exact'
  )
    return undefined
  const clause = clauseOf(mention).trim()
  const perWord = perWordOf(clause) ?? (/单价$/.test(clause) ? '件' : undefined)
  if (!perWord || /超过|不高于|低于|以内|控制在|标准.*[到至]$|[比较由从]/.test(clause)) return undefined
  const around = [...behind(line, price).slice(0, 4), ...inNextSentence(line, price), ...before(line, price, reach, 1)]
  const counts = [
    ...around.filter((spot) => isCounted(spot, price, perWord) && !isPricedIn(spot, price)),
    ...(perWord === '人' ? staffNamed(line, price).filter((spot) => !around.includes(spot)) : []),
  ]
  const totals = around.filter(
    (spot) =>
      isPricedIn(spot, price) &&
      isTerm(spot) &&
      roleOf(spot.mention) !== 'base' &&
      !counts.includes(spot) &&
      !/^[^年月]/.test(perWordOf(clauseOf(spot.mention)) ?? '') &&
      spot.value > price.value,
  )
  const isMonthly =
    perWord !== '月' && (monthly.test(clause) || monthly.test(mention.after.slice(0, 4)) || /月$/.test(clause))
  const triples = totals.flatMap((total) =>
    counts.flatMap((count) =>
      (isMonthly ? monthsIn(line, price) : [undefined]).map((months) => ({ total, count, months })),
    ),
  )
  const near = triples.toSorted((left, right) => distance(left, price) - distance(right, price))
  return chooseEquation(near.map((triple) => equationOf(price, triple)))
}

type Triple = { readonly total: Spot; readonly count: Spot; readonly months: number | undefined }

/** The months a monthly price is paid for: as told, else a year's twelve, or the one month. */
function monthsIn(line: readonly Spot[], price: Spot): number[] {
  const told = [...behind(line, price), ...before(line, price, reach, 0)].filter(
    ({ mention }) => /^个?月$/.test(mention.figure.quantity.unit.name) && mention.figure.quantity.value.lte(36),
  )
  return [...new Set([...told.map(({ mention }) => mention.figure.quantity.value.toNumber()), 12, 1])]
}

/** What is told right behind a price is what it makes; else the nearest of each. */
function distance({ total, count }: Triple, price: Spot): number {
  const outside = [total, count].filter(({ sentence }) => sentence !== price.sentence).length
  return Math.abs(total.at - price.at) + Math.abs(count.at - price.at) + outside * 3
}

function equationOf(price: Spot, { total, count, months }: Triple): Equation {
  const factor = new Big(months ?? 1)
  const factors = [price, count].map(({ mention }) => termOf(mention))
  // All three in a row: 「1380万元（46家，每家30万元）」.
  const isTight = Math.max(price.at, total.at, count.at) - Math.min(price.at, total.at, count.at) === 2
  const digits = Math.max(digitsTold([total]), digitsTold([price]))
  return {
    fits: () => makes(meanOf(price.mention.figure.quantity), count.mention.figure, total.mention.figure, factor),
    slip: () => isSlipped(price.mention.figure, count.mention.figure, total.mention.figure, factor, isTight),
    chance: digits >= 4 ? 0.01 : digits === 3 ? 0.03 : 1,
    // A mean that only fits as rounded is told by nobody.
    claim: (certain) =>
      certain && !makes(intervalOf(price.mention.figure.quantity), count.mention.figure, total.mention.figure, factor)
        ? undefined
        : {
            rule: 'product.unit-price',
            form: {
              is: 'product',
              result: termOf(total.mention),
              factors,
              ...(months === undefined || months === 1 ? {} : { times: months }),
            },
            certain: false,
            because: certain ? '单价可能因对象而不同' : '改动一个数字正好相符，可能是笔误',
            quote: quoteAround(price.sentence, [price, total, count]),
          },
  }
}

/** Whether so many times a price, for so many months, is the total. */
function makes(price: Interval, count: Figure, total: Figure, months: Big): boolean {
  const { low, high } = multiplyIntervals(price, timesOf(count.quantity))
  return meets(intervalOf(total.quantity), { low: low.times(months), high: high.times(months) })
}

/** Whether one slip of the pen in one of the three makes them agree. */
function isSlipped(price: Figure, count: Figure, total: Figure, months: Big, small: boolean): boolean {
  const [each, times, whole] = [price, count, total].map(({ quantity }) => baseValue(quantity))
  const { low, high } = timesOf(count.quantity)
  const many = low.plus(high).div(2)
  if (each!.lte(0) || times!.lte(0) || many.lte(0)) return false
  const would = [
    [total, each!.times(many).times(months)],
    [price, divide(whole!, many.times(months))],
    [count, divide(whole!, each!.times(months))],
  ] as const
  return would.some(([figure, value]) => {
    const { unit, decimals } = figure.quantity
    const scale = figure === count ? many.div(figure.quantity.value) : unitFactor(unit)
    const wanted = value.div(scale)
    return (
      [decimals, decimals + 1].some((places) => isSlip(wanted.toFixed(places), figure.printed)) ||
      (small &&
        figure === count &&
        figure.printed.length === 2 &&
        isSmallSlip(value.div(scale).toFixed(), figure.printed))
    )
  })
}
