import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { isSlippedApart } from './one-amount.ts'

/** 「该专项本次评价得分94.6分」 */
const again =
  /(?:本次|此次|该(?:专项|项目|单位|部门|资金)?(?:本次)?)(?:重点|部门|项目|绩效|财政)*(自评|评价|综合|复评|评审)(?:综合|总)?(?:得分|评分|总分)(?:为|是)?$/u
const whole = /(自评|评价|综合|复评|评审)(?:综合|总)?(?:得分|评分|总分)(?:为|是)?$/u

/** The score of the whole that words point back to, be it paragraphs before: only where one score of that name was told. */
export function pointedScores(sentences: readonly Sentence[]): Claim[] {
  const told = sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((mention) => (isScore(mention) ? [{ sentence, mention }] : [])),
  )
  return told.flatMap(({ sentence, mention }, at) => {
    const name = again.exec(clauseOf(mention))?.[1]
    if (name === undefined) return []
    const before = told.slice(0, at).filter((each) => whole.exec(clauseOf(each.mention))?.[1] === name)
    const values = new Set(before.map((each) => each.mention.figure.printed))
    const [first] = before
    if (!first || values.size > 1 || !isSlippedApart(first.mention.figure, mention.figure)) return []
    return [
      {
        rule: 'fact.restated',
        form: { is: 'equal', terms: [termOf(first.mention), termOf(mention)] },
        certain: false,
        firm: true as const,
        because: '是否同一次评价按上下文判断',
        quote: quoteOf(sentence, mention.start, mention.end),
      } satisfies Claim,
    ]
  })
}

function isScore({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact'
}

function clauseOf({ lead }: Mention): string {
  return lead.replace(/^.*[，；。：]/u, '').trim()
}
