import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Spot } from './number-line.ts'
import { type Price, isNamedCount, isPricedIn, isWanted } from './price-counts.ts'

/** From here on the words bind all three. */
export const bound = 3.5
const paid =
  /[共合总小]计|共需?|[应年需].*[发付需]|支付|拨付|兑付|发放|[计测折]算|^，?计$|费用?$|支出$|投[入资]$|补(?:助|贴|偿|助金)?$/

/** What a price may be taken with. */
export type Binding = { readonly total: Spot; readonly count: Spot }

/**
 * How well the words bind a total and a count to a price.
 *
 * counts   all that it may be a price of one of
 * named    whether the total was found by its name
 */
export function bindingOf(
  line: readonly Spot[],
  price: Price,
  { total, count }: Binding,
  counts: readonly Spot[],
  named: boolean,
): number {
  const { spot } = price
  const others = counts.filter((each) => each.value !== count.value && !isWanted(each.mention, each.sentence))
  const isKin = areKin(price, total, count) && !others.some((each) => areKin(price, total, each))
  const isMeant = isNamedCount(price, count, true)
  const alone = isKin || isMeant || others.length === 0
  const far =
    (named ? 0 : Math.abs(total.at - spot.at)) + (isMeant ? 0 : (alone ? 0.5 : 1) * Math.abs(count.at - spot.at))
  const inRow = isInRow(price, { total, count })
  return (
    (count.at === spot.at - 1 && count.sentence === spot.sentence ? 2 : 0) +
    (count.sentence === spot.sentence ? 1 : 0) +
    (alone ? 1 : 0) +
    (isMeant ? 1.5 : 0) +
    (total.mention.label === count.mention.label ? 1 : 0) +
    (inRow ? 1.5 : 0) +
    (isKin ? 1.5 : 0) +
    (isOfThing(price, count) ? 1.5 : 0) +
    (isListTotal(count, counts) && !others.some((each) => areKin(price, total, each)) ? 1.5 : 0) +
    (named ? 2 : placeOf(line, price, total)) -
    Math.min(2, far * 0.15) -
    (isListPart(count, counts) && !isKin ? 2 : 0) -
    (isWanted(count.mention, count.sentence) ? 1.5 : 0) -
    (count.at > spot.at && /[；;]/.test(count.mention.lead) ? 1.5 : 0) -
    (!inRow && /、|其中/.test(total.mention.lead) ? 1 : 0) -
    (roleOf(total.mention) === 'plain' ? 0 : 1)
  )
}

/** 「协商议事点86个，平均每个点2场」. */
function isOfThing({ spot }: Price, { mention }: Spot): boolean {
  const thing = /每个(\p{Script=Han}{1,4}?)(?:约|为|达|平均)*$/u.exec(clauseOf(spot.mention))?.[1]
  return thing !== undefined && mention.label.endsWith(thing)
}

/** 「64台，10蒸吨及以上的38台，10蒸吨以下的26台，平均每台」: a mean is of all of them. */
function isListTotal(count: Spot, counts: readonly Spot[]): boolean {
  return counts.some((part) => isPartOf(part, count, counts))
}

function isListPart(count: Spot, counts: readonly Spot[]): boolean {
  return counts.some((total) => isPartOf(count, total, counts))
}

/** Whether a count and those right beside it make another one that stands before them. */
function isPartOf(part: Spot, total: Spot, counts: readonly Spot[]): boolean {
  if (total.at >= part.at) return false
  const behind = counts.filter(({ at }) => at > total.at).toSorted((left, right) => left.at - right.at)
  return behind.some((first, from) => {
    let sum = first.value
    for (let next = from + 1; next < behind.length && behind[next]!.at - behind[next - 1]!.at <= 2; next++) {
      sum += behind[next]!.value
      const isOfThese = first.at <= part.at && part.at <= behind[next]!.at
      if (isOfThese && Math.abs(sum - total.value) <= total.value * 1e-6) return true
    }
    return false
  })
}

/** 「活动13场，参加38260人次，场均2943人次」: the mean right behind what it is of. */
function isInRow({ spot }: Price, { total, count }: Binding): boolean {
  return (
    spot.at - Math.min(total.at, count.at) === 2 &&
    spot.at - Math.max(total.at, count.at) === 1 &&
    [total, count].every(({ sentence }) => sentence === spot.sentence) &&
    /均|每|折合/.test(clauseOf(spot.mention))
  )
}

/** How well a total is bound by where it stands: right behind where words say so, or the last one before. */
function placeOf(line: readonly Spot[], { spot, core }: Price, total: Spot): number {
  const isNamed = core.length >= 3 && total.mention.label.endsWith(core)
  if (total.sentence !== spot.sentence) return isNamed ? 1.5 : -1.5
  const between = line.slice(Math.min(total.at, spot.at) + 1, Math.max(total.at, spot.at))
  if (between.some((each) => isPricedIn(each, spot))) return isNamed ? 1.5 : -1
  if (total.at > spot.at)
    return paid.test(clauseOf(total.mention)) && !/[；;]/.test(total.mention.lead) ? 2 : isNamed ? 1 : -1
  // 「惠民资金330.48万元（每具1200元）」.
  if (/^[（(]/.test(spot.mention.lead) && total.at === spot.at - 1) return 2.5
  const text = spot.sentence.text.slice(
    total.mention.end - spot.sentence.start,
    spot.mention.start - spot.sentence.start,
  )
  return (text.includes('；') ? 0.5 : 1.5) + (isNamed ? 1 : 0)
}

/** 「焚烧发电40.86万吨」 and 「焚烧处置费每吨98元」; 「协商议事点86个」 and 「平均每个点2场」. */
function areKin({ spot, core }: Price, { mention: total }: Spot, { mention: count }: Spot): boolean {
  return (
    shares(spot.mention.label, count.label) ||
    shares(total.label, count.label) ||
    (core !== '' && core.length <= 3 && count.label.endsWith(core))
  )
}

/** One name holds what the other begins with. */
function shares(one: string, two: string): boolean {
  const word = two.slice(0, 2)
  return /^[\p{Script=Han}]{2}$/u.test(word) && one.includes(word)
}
