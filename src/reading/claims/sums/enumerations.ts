import { addsUp } from './adds-up.ts'
import type { Claim } from '#domain/claim.ts'
import { closedSetOf } from './closed-sets.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const item = /^\s*(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[（(][一二三四五六七八九十]+[)）])/
const opens = /[：:]\s*$|其中[：:，,]?\s*$/

/**
 * Totals whose parts are items of their own paragraphs: 「…支出25.30万元。其中：」 / 「1.公务接待费10.20万元，占40.32%…」.
 * The parts' sum, and each part's share of the total.
 */
export function enumerations(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) => {
    if (!opens.test(sentence.paragraph.text) || sentences[at + 1]?.block === sentence.block) return []
    const lost = pointsLost(sentences, at)
    if (lost) return [lost]
    const amounts = sentence.mentions.filter(
      (each) => roleOf(each) === 'plain' && each.figure.quantity.unit.kind === 'money' && each.depth === 0,
    )
    const last = amounts.at(-1)
    if (!last) return []
    const items = itemsAfter(sentences, at, last)
    const parts = items.map(({ part }) => part)
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

function sumClaim(sentence: Sentence, total: Mention, parts: readonly Mention[]): Claim {
  const fits = addsUp(total, parts)
  const certain =
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
