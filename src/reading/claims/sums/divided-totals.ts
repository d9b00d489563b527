import { addsUp } from './adds-up.ts'
import { doubtOf } from '../doubts/doubt.ts'
import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { headsOf } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const divides =
  /^\s*(?:地方|全[县市区]|其中)?[^，。；：]{0,6}(?:分项(?:情况)?(?:看|是|为)?|从[^，。；：]{2,8}[看分]|[按分][^，。；：\d]{1,8}(?:看|分|划分|分类)|[^，。；：]{2,12}(?:情况|构成|科目|方式|来源|用途|级次)(?:如下|为|看)?(?=：))[：，]/

/**
 * A total taken apart in a sentence of its own (P01): 「分项情况是：」「从征收部门看：」「按级次分：」. Only a list that adds up to
 * an amount a sentence before opened with, or is one slip away from it, is taken for its parts.
 *
 * earlier   the mentions of the part before this sentence
 */
export function dividedTotals(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const first = sentence.mentions[0]
  if (!first || !divides.test(sentence.text)) return []
  const totals = headsOf(earlier.slice(-30)).filter(
    (each) => sameKind(each, first) && sentence.block - each.figure.place.block <= 1,
  )
  const lists = segmentLists(sentence, first)
  for (const total of totals.toReversed()) {
    const fitting = lists.find((list) => addsUp(total, list))
    if (fitting) return [claimOf(sentence, total, fitting, true)]
  }
  for (const total of totals.toReversed()) {
    const slipped = lists.find((list) => oneSlipAway(total, list))
    if (slipped) return [claimOf(sentence, total, slipped, false)]
  }
  return []
}

/** The first amounts of the segments, and the same without the last: it may be part of what the one before it lists. */
function segmentLists(sentence: Sentence, like: Mention): Mention[][] {
  const list: Mention[] = []
  let isTaken = false
  for (const mention of sentence.mentions) {
    if (/[；;]/.test(mention.lead)) isTaken = false
    if (isTaken || mention.depth > like.depth || !sameKind(mention, like) || roleOf(mention) !== 'plain') continue
    list.push(mention)
    isTaken = true
  }
  const every = sentence.mentions.filter(
    (each) => each.depth <= like.depth && sameKind(each, like) && roleOf(each) === 'plain',
  )
  return [list, list.slice(0, -1), every.length >= 3 ? every : []].filter((each) => each.length >= 2)
}

function claimOf(sentence: Sentence, total: Mention, parts: readonly Mention[], certain: boolean): Claim {
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    ...doubtOf(certain),
    quote: quoteOf(sentence, sentence.start, parts.at(-1)!.end),
  }
}
