import { divide } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { unitFactor } from '#domain/unit.ts'
import { roleOf } from '../text/mention-role.ts'
import { makes } from '../products/product-terms.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** What 「X均」 and 「平均每X」 are reckoned by. */
const perWord: readonly (readonly [RegExp, readonly string[]])[] = [
  [/人均[\p{Script=Han}]{0,5}$/u, ['人', '名', '位', '人次']],
  [/户均[\p{Script=Han}]{0,5}$/u, ['户']],
  [/村均[\p{Script=Han}]{0,5}$/u, ['个村', '村', '个']],
  [/班额$/, ['个', '个班']],
  [/车均$/, ['辆', '台']],
  [/人均$/, ['人', '名', '位', '人次']],
  [/户均$/, ['户']],
  [/村均$/, ['个村', '村', '个']],
  [/亩均$/, ['亩']],
  [/案均$/, ['件', '起', '宗']],
  [/件均$/, ['件']],
]
/** Numbers between the first of the three and the average. */
const farthest = 5

/**
 * An average with its total and its count in one sentence: 「培训班860期，培训4.3万人，平均每期50人」
 * 「运行维护费25.48万元，保有量9辆，车均2.83万元」. The total may stand before the sentence where the average names it.
 *
 * earlier   the mentions of the part before this sentence
 */
export function averages(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((average, at) => {
    const units = unitsOf(average)
    if (units.length === 0) return []
    const near = sentence.mentions.slice(Math.max(0, at - farthest), at + 2).filter((each) => roleOf(each) === 'plain')
    const counts = near.filter((each) => each.start < average.start && units.includes(each.figure.quantity.unit.name))
    const outside = near.filter((each) => each.depth < average.depth && each.start < average.start).slice(-1)
    const here = (outside.length > 0 ? outside : near).filter(
      (each) => !counts.includes(each) && sameKind(each, average),
    )
    const totals = here.length > 0 ? here : namedBefore(average, earlier)
    const pairs = counts.flatMap((count) => totals.map((total) => ({ count, total })))
    const fitting = pairs.find(({ count, total }) => fits(total, average, count))
    const [only, ...others] = pairs
    // A mean rounded to its last place is no mismatch.
    if (!fitting && pairs.some(({ count, total }) => fitsRounded(total, average, count))) return []
    const slipped = pairs.filter((each) => isSlipped(each, average))
    const bound =
      fitting ??
      (slipped.length === 1 ? slipped[0] : undefined) ??
      (others.length === 0 && only && !/增收|收入/.test(average.lead) && isTold(only.total, average) ? only : undefined)
    if (!bound) return []
    const claim: Claim = {
      rule: 'product.average',
      form: { is: 'product', result: termOf(bound.total), factors: [termOf(average), termOf(bound.count)] },
      certain: fitting !== undefined,
      ...(fitting ? {} : { because: '平均数的总量和个数按上下文判断' }),
      quote: quoteOf(sentence, Math.min(bound.total.start, bound.count.start), average.end),
    }
    return [claim]
  })
}

/** 「公务用车运行维护费104562.38元…。保有量9辆，平均每辆运行维护费11618.04元」: the one amount of that name. */
function namedBefore(average: Mention, earlier: readonly Mention[]): Mention[] {
  const clause = afterLast(average.lead, '，,；;。（(').replace(/(?:约|为|达)+$/, '')
  const named = earlier
    .slice(-12)
    .filter(({ label }) => label.length >= 4 && clause.endsWith(label.slice(-4)))
    .filter((each) => sameKind(each, average) && roleOf(each) === 'plain')
  return new Set(named.map(({ figure }) => figure.printed)).size === 1 ? named.slice(-1) : []
}

/** The total stands before the average, or is told to be one behind it: 「共培训504人次」. */
function isTold(total: Mention, average: Mention): boolean {
  return total.start < average.start || /共|累计|合计|总计/.test(total.lead)
}

function fits(total: Mention, average: Mention, count: Mention): boolean {
  return makes(intervalOf(average.figure.quantity), count.figure, total.figure)
}

/** Whether the average is one slip away from what the total and the count give. */
function isSlipped({ total, count }: { total: Mention; count: Mention }, average: Mention): boolean {
  const { quantity, printed } = average.figure
  const times = timesOf(count.figure.quantity)
  if (times.low.lte(0)) return false
  const mean = divide(baseValue(total.figure.quantity), times.low).div(unitFactor(quantity.unit))
  return isSlip(mean.toFixed(quantity.decimals), printed)
}

/** Whether a mean, rounded to its last place, times the count is the total. */
export function fitsRounded(total: Mention, average: Mention, count: Mention): boolean {
  return makes(meanOf(average.figure.quantity), count.figure, total.figure)
}

function unitsOf({ lead }: Mention): readonly string[] {
  if (!lead.includes('均')) return []
  const clause = afterLast(lead, '，,；;。（(')
    .trim()
    .replace(/(?:投入|补贴|补助|支出|费用|贷款|金额)?(?:约|为|达|达到|是)?$/, '')
  const each = /平均每(?:个|一)?(平方米|[\p{Script=Han}]{1,2})(?:[\p{Script=Han}]{0,4})?$/u.exec(clause)?.[1]
  if (each) return [each, each.slice(0, 1)]
  return perWord.find(([word]) => word.test(clause))?.[1] ?? []
}
