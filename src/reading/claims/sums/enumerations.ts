import { fitsRate } from '../rates/rate-pairs.ts'
import { addsUp } from './adds-up.ts'
import type { Claim } from '#domain/claim.ts'
import { closedSetOf } from './closed-sets.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const item = /^\s*(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九]是)/
/** 「以上三项共支出251.3万元」 */
const closes = /^\s*(?:以上|上述)([一二两三四五六七八九十]|\d{1,2})[项类笔个批部]/
const comesTo = /共|合计|总计/
const onlyMain = /主要|重点|部分(?!组成|构成)/
const numerals = '〇一二三四五六七八九十'
const opens = /[：:]\s*$|其中[：:，,]?\s*$/

/**
 * Totals whose parts are items of their own paragraphs: 「…支出25.30万元。其中：」 / 「1.公务接待费10.20万元，占40.32%…」.
 * The parts' sum, and each part's share of the total.
 */
export function enumerations(sentences: readonly Sentence[]): Claim[] {
  return [...opened(sentences), ...closed(sentences)]
}

/** 「（1）…支付128.4万元；」 / 「（2）…支付73.2万元。」 / 「以上两项共支出201.6万元」: as many items as are told, and what they come to. */
function closed(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) => {
    const [, told] = sentence.start === 0 ? (closes.exec(sentence.text) ?? []) : []
    const total = sentence.mentions.find((each) => each.figure.quantity.unit.kind === 'money')
    if (!told || !total || !comesTo.test(total.lead) || roleOf(total) !== 'plain') return []
    const count = told === '两' ? 2 : /\d/.test(told) ? Number(told) : numerals.indexOf(told)
    const heads = sentences.slice(0, at).filter(({ start }) => start === 0)
    const items = heads.slice(-count).filter(({ paragraph }) => item.test(paragraph.text))
    const parts = items.map(({ mentions }) =>
      mentions.filter((each) => sameKind(each, total) && roleOf(each) === 'plain'),
    )
    const isWhole = items.length === count && count > 1 && !item.test(heads.at(-count - 1)?.paragraph.text ?? '')
    if (!isWhole || sentence.block - items[0]!.block > count || parts.some(({ length }) => length !== 1)) return []
    return [sumClaim(sentence, total, parts.flat(), true)]
  })
}

function opened(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) => {
    if (!opens.test(sentence.paragraph.text) || sentences[at + 1]?.block === sentence.block) return []
    const lost = pointsLost(sentences, at)
    if (lost) return [lost]
    const plain = sentence.mentions.filter((each) => roleOf(each) === 'plain' && each.depth === 0)
    const amounts = plain.filter((each) => each.figure.quantity.unit.kind === 'money')
    const last = amounts.at(-1)
    if (!last) return countedItems(sentences, at, plain)
    const items = itemsAfter(sentences, at, last)
    const parts = items.map(({ part }) => part)
    // 「主要支出科目情况如下：」 names the main ones.
    if (onlyMain.test(sentence.paragraph.text.slice(last.end)) && !addsUp(last, parts)) return []
    // 「支出决算A，完成年初预算B的89%。其中：」: of several amounts the one the items give, or almost give.
    const total =
      amounts.findLast((each) => addsUp(each, parts)) ??
      amounts.findLast((each) => oneSlipAway(each, parts)) ??
      (amounts.length === 1 ? last : undefined)
    return total && items.length >= 2
      ? [sumClaim(sentence, total, parts), ...items.flatMap((each) => shareClaim(total, each))]
      : []
  })
}

const losing = /扣(?:减|除)?(?:分)?(?:为)?$|失分(?:为)?$/
const altogether = /共|合计|累计|总/

/** 「共扣7.5分，得92.5分。扣分事项如下：」 / 「1.目标不够量化，扣1分；」: every item tells what it lost. */
function pointsLost(sentences: readonly Sentence[], at: number): Claim | undefined {
  const sentence = sentences[at]!
  const total = sentence.mentions.find((each) => isLost(each) && altogether.test(clauseOf(each)))
  if (!total || !/扣|失/.test(sentence.paragraph.text.slice(total.end))) return undefined
  const found = itemsAfter(sentences, at, total)
  const items = found.map(({ sentence: each }) => each.mentions.filter(isLost))
  if (items.length < 2 || items.some((own) => own.length !== 1)) return undefined
  // An item in between without a number is one whose loss is not told.
  if (found.some((each, index) => each.sentence.block !== sentence.block + index + 1)) return undefined
  return sumClaim(sentence, total, items.flat())
}

function isLost(mention: Mention): boolean {
  return mention.figure.quantity.unit.kind === 'score' && losing.test(clauseOf(mention).trim())
}

/** 「发现问题64个，归类如下：」 / 「1.资金管理类24个，占37.5%；」: things that are counted, where the items come to what is told. */
function countedItems(sentences: readonly Sentence[], at: number, plain: readonly Mention[]): Claim[] {
  const total = plain.findLast((each) => each.figure.quantity.unit.kind === 'count')
  if (!total) return []
  const items = itemsAfter(sentences, at, total)
  const parts = items.map(({ part }) => part)
  if (items.length < 2) return []
  const shares = items.flatMap((each) => shareClaim(total, each))
  const fitting = shares.filter(({ form }) => form.is === 'ratio' && fitsRate(form.rate, form))
  // Shares of two of them tell that they are of this total.
  const isOfTotal = addsUp(total, parts) || (fitting.length >= 2 && fitting.length === shares.length - 1)
  if (!isOfTotal) return oneSlipAway(total, parts) ? [sumClaim(sentences[at]!, total, parts)] : []
  return [sumClaim(sentences[at]!, total, parts), ...shares]
}

type Item = { readonly sentence: Sentence; readonly part: Mention }

function itemsAfter(sentences: readonly Sentence[], at: number, total: Mention): Item[] {
  const items: Item[] = []
  let block = sentences[at]!.block
  for (const sentence of sentences.slice(at + 1)) {
    if (sentence.block === block) continue
    if (!item.test(sentence.paragraph.text) || sentence.start > 0 || sentence.block - block > 2) break
    block = sentence.block
    const part = sentence.mentions.find((each) => roleOf(each) === 'plain' && sameKind(each, total))
    if (!part) break
    items.push({ sentence, part })
  }
  return items
}

function sumClaim(sentence: Sentence, total: Mention, parts: readonly Mention[], isAll = false): Claim {
  const fits = addsUp(total, parts)
  const certain =
    isAll ||
    fits ||
    closedSetOf(
      parts.map((each) => each.label),
      total.label,
    )
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    certain,
    ...(certain ? {} : { because: '所列各项可能没有列全' }),
    quote: quoteOf(sentence, total.start, total.end),
  }
}

function shareClaim(total: Mention, { sentence, part }: Item): Claim[] {
  // 「占三公经费总额的14%」 is of 三公经费, though the list is of one of its kinds.
  const isOther = (rate: Mention) => /三公/.test(rate.lead) && !/三公/.test(total.label + total.lead)
  const rate = sentence.mentions[sentence.mentions.indexOf(part) + 1]
  if (
    !rate ||
    roleOf(rate) !== 'share' ||
    isOther(rate) ||
    !/占(?:总额|总支出|“?三公”?经费(?:总额|支出)?)?(?:的|比)?$/.test(rate.lead.trim())
  )
    return []
  return [
    {
      rule: 'rate.share',
      form: { is: 'ratio', rate: termOf(rate), numerator: termOf(part), denominator: termOf(total) },
      certain: true,
      quote: quoteOf(sentence, part.start, rate.end),
    },
  ]
}
