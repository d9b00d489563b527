import { divide } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { unitFactor } from '#domain/unit.ts'
import { type Role, roleOf } from '../text/mention-role.ts'
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
  [/生均[\p{Script=Han}]{0,5}$/u, ['人', '名', '位']],
  [/校均$/, ['所', '个']],
  [/床均$/, ['张']],
  [/[台套]均$/, ['台', '套']],
  [/[场次期班]均$/, ['场', '场次', '次', '期', '个班', '班']],
  [/项均$/, ['项', '个']],
  [/家均$/, ['家']],
  [/户均$/, ['户']],
  [/村均$/, ['个村', '村', '个']],
  [/亩[均产]$/, ['亩']],
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
    const near = numbersAround(sentence, at)
    const here = near.filter((each) => each.start < average.start && units.includes(each.figure.quantity.unit.name))
    const counts = here.length > 0 ? here : countBefore(sentence, average, units, earlier)
    const outside = near.filter((each) => each.depth < average.depth && each.start < average.start).slice(-1)
    const amounts = (outside.length > 0 ? outside : near).filter(
      (each) => !counts.includes(each) && measuresAlike(each, average),
    )
    const totals = amounts.length > 0 ? amounts : namedBefore(average, earlier)
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
      ...(!fitting && others.length === 0 && isOnly(sentence, bound, average, units) ? { firm: true as const } : {}),
      quote: quoteOf(sentence, Math.min(bound.total.start, bound.count.start), average.end),
    }
    return [claim]
  })
}

/** The amounts before a mean, and one behind it; what they are compared with does not stand between. */
function numbersAround({ mentions }: Sentence, at: number): readonly Mention[] {
  const before = mentions.slice(0, at).filter((each) => !compared.has(roleOf(each)))
  return [...before.slice(-farthest), ...mentions.slice(at, at + 2)].filter((each) => roleOf(each) === 'plain')
}
const compared: ReadonlySet<Role> = new Set(['base', 'delta', 'change'])

/** What is told in 吨 in all may be told in 公斤 each. */
function measuresAlike(total: Mention, average: Mention): boolean {
  return sameKind(total, average) || [total, average].every(({ figure }) => figure.quantity.unit.kind === 'weight')
}

/** 「新增床位520张。…补助1040万元，平均每张床位补助2万元」: of the measure that the mean names the paragraph counts one thing. */
function countBefore(
  { block, mentions }: Sentence,
  average: Mention,
  units: readonly string[],
  earlier: readonly Mention[],
): Mention[] {
  if (!/平均每/.test(average.lead)) return []
  const [word = ''] = units
  const own = ({ figure }: Mention) => {
    const { name } = figure.quantity.unit
    // 每人次 is not 每人.
    return name !== '' && word.startsWith(name) && !/^[次均天]/.test(word.slice(name.length))
  }
  const counts = earlier.filter((each) => own(each) && each.figure.place.block === block)
  return counts.length === 1 && !mentions.some(own) ? counts : []
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

/**
 * Whether no other total and no other count can be meant: each is the one of its kind in the sentence, one right behind
 * the other but for what is counted otherwise, and the mean is no goal's or other year's.
 */
function isOnly(
  { mentions }: Sentence,
  { total, count }: { total: Mention; count: Mention },
  average: Mention,
  units: readonly string[],
): boolean {
  const before = mentions.filter(({ end }) => end <= average.start)
  const isTold = before.includes(count)
  const alike = before.filter((each) => sameKind(each, total) && roleOf(each) !== 'each')
  const counted = before.filter(({ figure }) => units.includes(figure.quantity.unit.name))
  return (
    alike.length === 1 &&
    counted.length === (isTold ? 1 : 0) &&
    alike[0] === total &&
    [total, count, average].every(
      ({ figure, depth }) => figure.quantity.looseness === 'exact' && depth === average.depth,
    ) &&
    !notThis.test(average.lead) &&
    ![total, count].some(({ lead }) => notThese.test(afterLast(lead, '，；。')))
  )
}
const notThis = /目标|标准|计划|上年|去年|同期|高于|低于|超过|增加|减少|提高|下降|新增|最高|最低|不[高低]于/
const notThese = /目标|计划|上年|去年|同期|其中|另|(?<!新)增加|减少|结余|剩余/

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
