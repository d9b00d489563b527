import { longestShared } from '../retold/namesakes.ts'
import type { Mention } from '../text/sentences.ts'
import { isCountOf, isUnreal } from './counted.ts'
import { type UnitPrice, unitPriceOf } from './unit-prices.ts'

/** A price and how many are paid for at it. */
export type Group = { readonly price: UnitPrice; readonly count: Mention }

/**
 * Each price of a stretch of text with its count: the one right before or behind each, those of a list told in the same order
 * (「40台、12台，单价分别为4850元和2100元」), the one in the price's own measure, or the one of the price's name. None where a price
 * is left over, or one count would be of two.
 */
export function pairedGroups(mentions: readonly Mention[]): readonly Group[] {
  const listed = pricesIn(mentions)
  if (listed.length < 2 || listed.some(({ per }) => per === undefined)) return []
  const found =
    besides(mentions, listed, -1) ??
    besides(mentions, listed, 1) ??
    inOrder(mentions, listed) ??
    byMeasure(mentions, listed) ??
    byName(mentions, listed)
  return found ?? []
}

/** The prices told. 「单价分别为4850元和2100元」: what follows the first price of a list is a price, too. */
export function pricesIn(mentions: readonly Mention[]): readonly UnitPrice[] {
  return mentions.flatMap((mention, at) => {
    const price = mention.figure.quantity.unit.kind === 'money' ? unitPriceOf(mention) : undefined
    if (!price) return []
    if (!/(?:分别|依次)/.test(price.mention.lead)) return [price]
    const rest: UnitPrice[] = []
    for (let next = at + 1; next < mentions.length; next++) {
      const each = mentions[next]!
      if (!/^\s*[、和及与，]\s*$/.test(each.lead) || each.figure.quantity.unit.kind !== 'money' || unitPriceOf(each))
        break
      rest.push({ ...price, mention: each })
    }
    return [price, ...rest]
  })
}

function isCount(mention: Mention, price: UnitPrice): boolean {
  if (isUnreal(mention)) return false
  if (price.per !== '') return isCountOf(mention, price.per!)
  const { unit, looseness } = mention.figure.quantity
  return /^(?:count|area|length|weight)$/.test(unit.kind) && looseness === 'exact' && !unitPriceOf(mention)
}

/** The number right before, or right behind, each price. */
function besides(
  mentions: readonly Mention[],
  prices: readonly UnitPrice[],
  way: 1 | -1,
): readonly Group[] | undefined {
  const groups = prices.flatMap((price) => {
    const count = mentions[mentions.indexOf(price.mention) + way]
    return count && isCount(count, price) ? [{ price, count }] : []
  })
  return isComplete(groups, prices) ? groups : undefined
}

/** As many counts in a row right before the prices in a row, or right behind them. */
function inOrder(mentions: readonly Mention[], prices: readonly UnitPrice[]): readonly Group[] | undefined {
  const first = mentions.indexOf(prices[0]!.mention)
  const isRow = prices.every((price, at) => mentions[first + at] === price.mention)
  if (!isRow) return undefined
  for (const from of [first - prices.length, first + prices.length]) {
    const counts = from < 0 ? [] : mentions.slice(from, from + prices.length)
    const groups = prices.flatMap((price, at) =>
      counts[at] && isCount(counts[at], price) ? [{ price, count: counts[at] }] : [],
    )
    const before = mentions[from - 1]
    // One more of them in the list: which belongs to which is not told.
    const isOneMore =
      from < first && before !== undefined && isCount(before, prices[0]!) && /^\s*[、和及]/.test(counts[0]?.lead ?? '')
    if (isComplete(groups, prices) && !isOneMore) return groups
  }
  return undefined
}

/** Each price in a measure of its own, and one number in that. */
function byMeasure(mentions: readonly Mention[], prices: readonly UnitPrice[]): readonly Group[] | undefined {
  if (prices.some(({ per }) => per === '')) return undefined
  const groups = prices.flatMap((price) => {
    const counts = mentions.filter((each) => isCount(each, price))
    return counts.length === 1 ? [{ price, count: counts[0]! }] : []
  })
  return isComplete(groups, prices) ? groups : undefined
}

/** As many counts as prices, each of which bears the name of one price more than of any other. */
function byName(mentions: readonly Mention[], prices: readonly UnitPrice[]): readonly Group[] | undefined {
  const counts = mentions.filter((each) => prices.some((price) => isCount(each, price)))
  if (counts.length !== prices.length) return undefined
  const groups = prices.flatMap((price) => {
    const ranked = counts
      .filter((each) => isCount(each, price))
      .map((count) => ({ count, shared: longestShared(nameOf(price.mention), nameOf(count)) }))
      .toSorted((one, other) => other.shared - one.shared)
    const [best, second] = ranked
    return best && best.shared >= 2 && best.shared > (second?.shared ?? 0) ? [{ price, count: best.count }] : []
  })
  return isComplete(groups, prices) ? groups : undefined
}

/** The words of a number's own clause or item of a list. */
function nameOf({ lead }: Mention): string {
  return lead.replace(/^.*[，；。：、（]/u, '').replace(/其中|共|发放|每[\p{Script=Han}]|单价|标准|补助|\s/gu, '')
}

function isComplete(groups: readonly Group[], prices: readonly UnitPrice[]): boolean {
  return groups.length === prices.length && new Set(groups.map(({ count }) => count)).size === groups.length
}
