import { Big } from 'big.js'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { isLaidDown, priceInterval } from '#domain/price-interval.ts'
import { baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSmallSlip } from '#domain/slip.ts'
import { isSlippedProduct } from '#domain/slipped-product.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { makes } from '../products/product-terms.ts'
import { listLead } from '../text/list-lead.ts'
import { termOf } from '../text/terms.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { digitsTold } from './coincidence.ts'
import { type Spot, before, behind, isTerm, quoteAround } from './number-line.ts'
import {
  type Price,
  inNextSentence,
  isCounted,
  isPricedIn,
  perWordAround,
  perWordOf,
  priceOf,
  countsNamed,
  isWanted,
  sizeOf,
} from './price-counts.ts'
import { totalsNamed } from './price-totals.ts'
import { type Binding, bindingOf, bound } from './price-words.ts'

const reach = 7

/**
 * A total that is so many times a price or a mean told elsewhere in the sentence or in the one before (P18): 「1260名对象按每人
 * 每月800元发放，全年应发1209.60万元」, 「村卫生室196个，平均每个获得补助4.40万元」 of an amount before. Where the words bind all
 * three, a mismatch of any size is told.
 */
export function productNearby(line: readonly Spot[], spot: Spot): Claim | undefined {
  const price = priceOf(spot)
  if (!price) return undefined
  const around = [...behind(line, spot).slice(0, 4), ...inNextSentence(line, spot), ...before(line, spot, reach, 1)]
  const farther = countsNamed(line, price).filter((each) => !around.includes(each))
  const counted = around.filter((each) => isCounted(each, price) && !isPricedIn(each, spot))
  const done = counted.filter((each) => each.sentence === spot.sentence && !isWanted(each.mention, each.sentence))
  // Beside what was done, what was planned is not what was paid for.
  const counts = [...counted.filter((each) => done.length === 0 || !isWanted(each.mention, each.sentence)), ...farther]
  const named = totalsNamed(line, price, counts)
  const totals = [
    ...around.filter(
      (each) =>
        isPricedIn(each, spot) &&
        (isTerm(each) || isReckoned(each)) &&
        roleOf(each.mention) !== 'base' &&
        !counts.includes(each) &&
        !isRespective(each) &&
        !/^[^年月]/.test(perWordOf(clauseOf(each.mention)) ?? ''),
    ),
    ...named.filter((each) => !around.includes(each)),
  ].filter((each) => each.value > spot.value)
  const triples = totals.flatMap((total) =>
    counts.flatMap((count) => {
      if (farther.includes(count) && !named.includes(total) && total.sentence !== spot.sentence) return []
      const score = bindingOf(line, price, { total, count }, counts, named.includes(total))
      // A standard alone in its sentence is of nothing that the next one tells, unless the words say so.
      if (isApart(spot, total, count) && score < bound) return []
      return monthsIn(line, price).map((months) => ({
        total,
        count,
        months: timesOver(months, sizeOf(count, price)),
        score,
      }))
    }),
  )
  const near = triples.toSorted((left, right) => right.score - left.score)
  const [best] = near
  const isBound = best !== undefined && best.score >= bound && !isRivalled(best, near) && !hasOtherPrices(price, best)
  return chooseEquation(near.map((triple) => equationOf(spot, triple, isBound && triple === best)))
}

/** Whether neither stands in the price's sentence, nor says that it is reckoned by it: 「按常住人口43.60万人测算」. */
function isApart({ sentence }: Spot, total: Spot, count: Spot): boolean {
  return total.sentence !== sentence && count.sentence !== sentence && !/[按以据]/.test(clauseOf(count.mention))
}

/** 「一类每人每月430元，二类400元…，分别为30.96万元、57.60万元和23.10万元」: each total is of its own price. */
function isRespective({ mention, sentence }: Spot): boolean {
  const { mentions } = sentence
  return /(?:依次|分别)(?:为|是|计|约)?\s*$/.test(listLead(mentions, mentions.indexOf(mention)))
}

function timesOver(months: number | undefined, size: 1 | 1000): number | undefined {
  return size === 1 ? months : (months ?? 1) * size
}

/** 「每套节约1.25万元，按65套计算可节约81.25万元」: what is saved in all is no change here. */
function isReckoned({ mention }: Spot): boolean {
  return /[计测]算可?(?:节[约省]|增[加收支])[\p{Script=Han}]{0,4}$/u.test(clauseOf(mention))
}

type Triple = Binding & { readonly months: number | undefined; readonly score: number }

/** 「首次认定48家，每家10万元；重新认定86家，每家5万元」: the total is of both, unless it stands right behind its own price. */
function hasOtherPrices({ spot, perWord }: Price, { total, count }: Binding): boolean {
  const { mention, sentence } = spot
  const { kind } = mention.figure.quantity.unit
  if (total.at === spot.at + 1 && count.at === spot.at - 1 && !/合计|[两三四]/.test(total.mention.lead)) return false
  return sentence.mentions.some(
    (each) =>
      each !== mention && each.figure.quantity.unit.kind === kind && perWordAround(each, clauseOf(each)) === perWord,
  )
}

/** Another total or count that the words bind as well. */
function isRivalled(best: Triple, all: readonly Triple[]): boolean {
  return all.some((each) => (each.total !== best.total || each.count !== best.count) && each.score > best.score - 0.75)
}

/** The months a monthly price is paid for: as told, else a year's twelve, or the one month. */
function monthsIn(line: readonly Spot[], { spot, isMonthly }: Price): (number | undefined)[] {
  if (!isMonthly) return [undefined]
  const told = [...behind(line, spot), ...before(line, spot, reach, 0)].filter(
    ({ mention }) => /^个?月$/.test(mention.figure.quantity.unit.name) && mention.figure.quantity.value.lte(36),
  )
  return told.length > 0 ? [...new Set(told.map(({ mention }) => mention.figure.quantity.value.toNumber()))] : [12, 1]
}

function equationOf(price: Spot, { total, count, months, score }: Triple, isBound: boolean): Equation {
  const factor = new Big(months ?? 1)
  const [each, many, whole] = [price, count, total].map(({ mention }) => mention.figure) as [Figure, Figure, Figure]
  const told = isLaidDown(price.mention.label, each.quantity)
    ? priceInterval(price.mention.label, each.quantity)
    : intervalOf(each.quantity)
  const widest = isLaidDown(price.mention.label, each.quantity) ? told : meanOf(each.quantity)
  // All three in a row: 「1380万元（46家，每家30万元）」.
  const isTight = Math.max(price.at, total.at, count.at) - Math.min(price.at, total.at, count.at) === 2
  const digits = Math.max(digitsTold([total]), digitsTold([price]))
  return {
    fits: () => makes(widest, many, whole, factor),
    slip: () => isBound || isSlipped(each, many, whole, factor, isTight),
    chance: isBound || digits >= 4 || (digits === 3 && score >= 2) ? 0.01 : digits === 3 ? 0.03 : 1,
    // A mean that only fits as rounded is told by nobody.
    claim: (certain) =>
      certain && !makes(told, many, whole, factor)
        ? undefined
        : {
            rule: 'product.unit-price',
            form: {
              is: 'product',
              result: termOf(total.mention),
              factors: [price, count].map(({ mention }) => termOf(mention)),
              ...(months === undefined || months === 1 ? {} : { times: months }),
            },
            certain: false,
            because: becauseOf(certain, isBound),
            quote: quoteAround(price.sentence, [price, total, count]),
          },
  }
}

function becauseOf(fits: boolean, isBound: boolean): string {
  if (fits) return '单价可能因对象而不同'
  return isBound ? '总额和数量按上下文判断' : '改动一个数字正好相符，可能是笔误'
}

/** Whether one slip of the pen in one of the three makes them agree. */
function isSlipped(price: Figure, count: Figure, total: Figure, months: Big, small: boolean): boolean {
  const { low, high } = timesOf(count.quantity)
  const computed = baseValue(price.quantity).times(low.plus(high).div(2)).times(months)
  if (computed.lte(0)) return false
  if (isSlippedProduct(total, [price, count], computed)) return true
  const wanted = count.quantity.value.times(baseValue(total.quantity)).div(computed)
  return small && count.printed.length === 2 && isSmallSlip(wanted.toFixed(), count.printed)
}
