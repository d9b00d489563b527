import type { Claim } from '#domain/claim.ts'
import { isSlip } from '#domain/slip.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/**
 * An amount that the next sentence takes up again: 「收、支总计2088.56万元。…由2610.13万元减少到2088.56万元」.
 * Held against each other only when they are equal or one slip apart: another amount may be meant.
 */
export function restatedTotals(sentence: Sentence, previous: Sentence | undefined): Claim[] {
  if (!previous || previous.block !== sentence.block) return []
  const stated = previous.mentions.filter((each) => roleOf(each) === 'plain')
  const first = stated[0]
  const again = sentence.mentions.find((each) => roleOf(each) === 'risen')
  if (!first || !again || stated.length !== 1 || !sameKind(first, again)) return []
  const [left, right] = [first.figure, again.figure]
  if (left.printed !== right.printed && !isSlip(left.printed, right.printed)) return []
  return [
    {
      rule: 'fact.restated',
      form: { is: 'equal', terms: [termOf(first), { ...termOf(again), name: first.label }] },
      certain: false,
      because: '两个数只差一处笔误，后一句可能另有所指',
      quote: quoteOf(sentence, again.start, again.end),
    },
  ]
}
