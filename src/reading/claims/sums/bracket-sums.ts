import type { Claim } from '#domain/claim.ts'
import { addsUp } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/**
 * Counts of two kinds taken apart together in a bracket: 「9846户15302人（城市2118户3206人，农村7728户12096人）」. Each
 * count before the bracket is the sum of those of its kind in it.
 */
export function bracketSums(sentence: Sentence): Claim[] {
  const { mentions } = sentence
  return mentions.flatMap((first, at) => {
    const before = mentions[at - 1]
    if (!before || first.depth <= before.depth) return []
    const end = mentions.findIndex((each, index) => index > at && each.depth <= before.depth)
    const inside = mentions.slice(at, end < 0 ? mentions.length : end)
    const further = mentions[at - 2]
    // Only where two kinds stand together: a single kind is read with the other lists.
    if (!further || further.depth !== before.depth || /[，,；;。、]/.test(before.lead) || sameKind(further, before))
      return []
    return [further, before].flatMap((total) => sumOf(sentence, total, inside) ?? [])
  })
}

function sumOf(sentence: Sentence, total: Mention, inside: readonly Mention[]): Claim | undefined {
  const parts = inside.filter((each) => sameKind(each, total) && roleOf(each) === 'plain')
  if (parts.length < 2 || roleOf(total) !== 'plain') return undefined
  const isWhole = addsUp(total, parts)
  if (!isWhole && !oneSlipAway(total, parts)) return undefined
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    certain: isWhole,
    ...(isWhole ? {} : { because: '改动一个数字正好相等，可能是笔误' }),
    quote: quoteOf(sentence, total.start, parts.at(-1)!.end),
  }
}
