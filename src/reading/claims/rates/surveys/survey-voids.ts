import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../../text/terms.ts'
import { surveysIn } from './survey-roles.ts'

/**
 * 「收回288份，剔除漏答的8份后，有效问卷280份」: what came back is what could be used and what was left out.
 *
 * earlier   the mentions of the part before this sentence
 */
export function surveyVoids(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const before = earlier.filter(({ figure }) => figure.place.block === sentence.block)
  return surveysIn([...before, ...sentence.mentions]).flatMap(({ returned, valid, voids }) => {
    if (!returned || !valid || voids.length === 0 || !sentence.mentions.includes(valid)) return []
    // What was left out after the count of those used was left out of them.
    const parts = [valid, ...voids.filter(({ start }) => start > returned.start && start < valid.start)]
    if (parts.length < 2 || !parts.every((each) => sameKind(each, returned))) return []
    const [used, left, ...more] = parts.map(termOf)
    const total = termOf(returned)
    return [
      {
        ...(more.length > 0
          ? { rule: 'sum.remainder', form: { is: 'sum', total, parts: parts.map(termOf), relation: 'equals' } }
          : {
              rule: 'difference.amounts',
              form: { is: 'difference', result: left!, minuend: total, subtrahend: used! },
            }),
        certain: false,
        because: '问卷各数按上下文判断',
        quote: quoteOf(sentence, parts.at(-1)!.start, valid.end),
      } satisfies Claim,
    ]
  })
}
