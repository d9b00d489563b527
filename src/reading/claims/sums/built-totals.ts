import { addsUp } from './adds-up.ts'
import { doubtOf } from '../doubts/doubt.ts'
import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { headsOf } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/**
 * A total built up from an amount told before (P01): 「本级收入137.78亿元…。加上上级补助收入366.92亿元、调入资金47.08亿元等，
 * 收入总计551.78亿元」. The amount is the one before 加上 in the sentence, or one that opened a sentence of the paragraph.
 *
 * earlier   the mentions of the part before this sentence
 */
export function builtTotals(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const { mentions } = sentence
  const from = mentions.findIndex(({ lead }) => /(?:^|[，；。、])\s*加上?(?!强|快|大|密|班|工)/.test(lead))
  const to = mentions.findIndex(({ lead }, at) => at >= from && /(?:总计|合计|总额|总量)(?:为|达|达到)?$/.test(lead))
  const [first, total] = [mentions[from], mentions[to]]
  if (!first || !total || to <= from || first.depth !== total.depth) return []
  const added = mentions
    .slice(from, to)
    .filter((each) => each.depth === total.depth && roleOf(each) === 'plain' && sameKind(each, total))
  const bases = basesOf(sentence, mentions.slice(0, from), earlier, total)
  for (const holds of [addsUp, oneSlipAway]) {
    const base = bases.find((each) => holds(total, [each, ...added]))
    if (base && added.length > 0) return [claimOf(sentence, total, [base, ...added], holds === addsUp)]
  }
  return []
}

function basesOf(
  sentence: Sentence,
  before: readonly Mention[],
  earlier: readonly Mention[],
  like: Mention,
): readonly Mention[] {
  const heads = headsOf(earlier.slice(-30)).filter((each) => each.figure.place.block === sentence.block)
  return [...heads, ...before].filter((each) => sameKind(each, like) && roleOf(each) === 'plain').toReversed()
}

function claimOf(sentence: Sentence, total: Mention, parts: readonly Mention[], certain: boolean): Claim {
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    ...doubtOf(certain),
    quote: quoteOf(sentence, sentence.start, total.end),
  }
}
