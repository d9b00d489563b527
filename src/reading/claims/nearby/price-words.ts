import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Spot } from './number-line.ts'
import { type Price, isPricedIn } from './price-counts.ts'

/** From here on the words bind all three. */
export const bound = 3.5
const paid = /[共合总小]计|共需?|[应年需].*[发付需]|支付|拨付|兑付|发放|[计测折]算|^，?计$|费用?$|支出$|投入$/

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
  const isKin =
    areKin(price, total, count) && !counts.some((each) => each.value !== count.value && areKin(price, total, each))
  const alone = isKin || counts.every((each) => each.value === count.value)
  const far = (named ? 0 : Math.abs(total.at - spot.at)) + (alone ? 0.5 : 1) * Math.abs(count.at - spot.at)
  return (
    (count.at === spot.at - 1 && count.sentence === spot.sentence ? 2 : 0) +
    (count.sentence === spot.sentence ? 1 : 0) +
    (alone ? 1 : 0) +
    (total.mention.label === count.mention.label ? 1 : 0) +
    (isKin ? 1.5 : 0) +
    (named ? 2 : placeOf(line, price, total)) -
    Math.min(2, far * 0.15) -
    (/、|其中/.test(total.mention.lead) ? 1 : 0) -
    (roleOf(total.mention) === 'plain' ? 0 : 1)
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
