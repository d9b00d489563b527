import { Big } from 'big.js'
import type { Claim } from '#domain/claim.ts'
import { baseValue, timesOf } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { type Group, pairedGroups, pricesIn } from './paired-groups.ts'
import { durationOf } from './durations.ts'
import { opensList } from './bound-products.ts'
import { unitPriceOf } from './unit-prices.ts'

/** What says that an amount is of all of them. */
const whole =
  /[共合总]计|共需?|总|[两二三四五六七八各]项|[两二三四五六七八]者|[两二三四]类|[两二三四]批|应[发付拨支]|[当本该]月|全[年部月]|累计|需|[款费金]|补[助贴]|津贴|支[出付]|报酬|工资|经费|投资|造价|计$/
const notAll =
  /预算|加上|[另外]加|计划|目标|上年|去年|同期|限额|其中|占|结余|节约|另|[比较](?!例|重)|低于|高于|超过|中央|省级|市级|县级|自筹|配套|已付|首付|余款/

/**
 * The total of several prices each times its count: 「300株，单价180元；1500株，单价22元。苗木款8.7万元」. One sentence tells the
 * prices, the same one or the next the total.
 */
export function pricedGroups(sentence: Sentence, previous: Sentence | undefined): Claim[] {
  const before = previous && previous.block === sentence.block && previous.row === sentence.row ? previous.mentions : []
  const own = sentence.mentions
  const inOwn = pricesIn(own)
  const inBefore = pricesIn(before)
  if (inOwn.length + inBefore.length < 2) return []
  const across = inBefore.length > 0
  if (across && inOwn.length > 0 && inBefore.length > 1) return read(sentence, own, own)
  return read(sentence, across || inOwn.length < 2 || !hasCounts(own) ? [...before, ...own] : own, own)
}

function hasCounts(own: readonly Mention[]): boolean {
  return own.filter((each) => !isPrice(each) && each.figure.quantity.unit.kind === 'count').length >= 2
}

function isPrice(mention: Mention): boolean {
  return mention.figure.quantity.unit.kind === 'money' && unitPriceOf(mention) !== undefined
}

function read(sentence: Sentence, all: readonly Mention[], own: readonly Mention[]): Claim[] {
  const groups = pairedGroups(all)
  if (groups.length < 2) return []
  const used = groups.flatMap(({ price, count }) => [price.mention, count])
  const last = Math.max(...used.map((each) => all.indexOf(each)))
  const first = Math.min(...used.map((each) => all.indexOf(each)))
  const amounts = all.filter((each) => isPlainMoney(each) && !used.includes(each))
  // Each group's own amount stands between: what follows is a sum of those.
  if (amounts.some((each) => all.indexOf(each) > first && all.indexOf(each) < last)) return []
  const behind = amounts.filter((each) => all.indexOf(each) > last)
  const [next] = behind
  if (!next || !own.includes(next)) return []
  const listed = behind.slice(0, groups.length)
  if (listed.length === groups.length && isRespective(listed))
    return groups.flatMap((group, at) => productOf(sentence, all, group, listed[at]!))
  if (opensList.test(next.after)) return []
  if (!whole.test(clauseOf(next)) || notAll.test(clauseOf(next)) || roleOf(next) !== 'plain') return []
  const claim = isOutOfReach(groups, next) ? undefined : sumOf(sentence, all, groups, next)
  return claim ? [claim] : []
}

/** Of a total many times as large other things are part; how often it is paid may make it twelve times as much. */
function isOutOfReach(groups: readonly Group[], total: Mention): boolean {
  if (groups.some(({ price }) => price.every !== undefined)) return false
  const sum = groups.reduce(
    (all, { price, count }) =>
      all.plus(baseValue(price.mention.figure.quantity).times(timesOf(count.figure.quantity).low)),
    new Big(0),
  )
  const [less, more] = [sum, baseValue(total.figure.quantity)].toSorted((one, two) => one.cmp(two))
  return more!.gt(less!.times(2)) && !more!.eq(less!.times(10))
}

function isPlainMoney(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return unit.kind === 'money' && looseness === 'exact' && !isPrice(mention)
}

/** 「三项费用依次为10.2万元、7.04万元和4.8万元」 */
function isRespective([first, ...rest]: readonly Mention[]): boolean {
  return (
    /(?:依次|分别)(?:为|是|计)?\s*$/.test(first!.lead) && rest.every(({ lead }) => /^\s*[、和及与，]\s*$/.test(lead))
  )
}

function productOf(sentence: Sentence, all: readonly Mention[], { price, count }: Group, total: Mention): Claim[] {
  const text = all.map(({ lead }) => lead).join('')
  const duration = durationOf(price.every, text, [])
  // 「每人每月430元…按12个月计分别为」: for how long has to be known.
  if (!duration) return []
  return [
    {
      rule: 'product.unit-price',
      form: {
        is: 'product',
        result: termOf(total),
        factors: [termOf(price.mention), termOf(count)],
        ...(duration.times ? { times: duration.times, timesUnit: duration.unit ?? '个月' } : {}),
      },
      certain: false,
      firm: true,
      because: '各组的单价、数量和金额按先后次序对应',
      quote: quoteOf(sentence, total.start, total.end),
    },
  ]
}

function sumOf(
  sentence: Sentence,
  all: readonly Mention[],
  groups: readonly Group[],
  total: Mention,
): Claim | undefined {
  const { every } = groups[0]!.price
  if (groups.some(({ price }) => price.every !== every)) return undefined
  const used = groups.flatMap(({ price, count }) => [price.mention, count])
  const rest = all.filter((each) => each !== total && !used.includes(each))
  const text = all.map(({ lead }) => lead).join('') + total.lead
  const duration = durationOf(every, text, rest)
  if (!duration) return undefined
  return {
    rule: 'product.priced-groups',
    form: {
      is: 'priced',
      total: termOf(total),
      groups: groups.map(({ price, count }) => ({ price: termOf(price.mention), count: termOf(count) })),
      ...(duration.term ? { often: termOf(duration.term) } : {}),
      ...(duration.times ? { times: duration.times, timesUnit: duration.unit ?? '个月' } : {}),
    },
    certain: false,
    ...(duration.firm ? { firm: true as const } : {}),
    because: '各组的单价和数量按上下文对应',
    quote: quoteOf(sentence, total.start, total.end),
  }
}
