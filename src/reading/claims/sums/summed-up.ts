import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

/** The claim that a number sums up parts told before it; where it is not certain, what it takes in is read from the context. */
export function summedUp(sentence: Sentence, total: Mention, parts: readonly Mention[], certain: boolean): Claim {
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    certain,
    ...(certain ? {} : { because: '合计的范围按上下文判断' }),
    quote: quoteOf(sentence, parts[0]!.start, total.end),
  }
}
