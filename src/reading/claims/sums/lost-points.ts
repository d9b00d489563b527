import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const got = /^[，,、；;]\s*(?:故|因此|最终|实际|实|本项|该项|该?指标|本指标)*(?:自评)?得(?:分)?(?:为)?$/
const lost = /(?:应?扣(?:减|除)?|失)(?:去|掉|了)?$/
const full = /(?:满分|分值|权重)(?:为|是|共)?$/
/** Sentences of its paragraph before it in which the full mark of an indicator may stand. */
const reach = 3

/**
 * What is left of the full mark: 「指标满分5分…晚2个月，扣2分，得3分」. The three are told of one indicator where nothing else is
 * got or given in between.
 *
 * sentences   those of a part, in order
 */
export function lostPoints(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, index) => {
    const near = sentences.slice(Math.max(0, index - reach), index).filter(({ block }) => block === sentence.block)
    return sentence.mentions.flatMap((score, at) => {
      const taken = sentence.mentions[at - 1]
      if (!isPoints(score) || !got.test(score.lead.trim()) || !taken || !isPoints(taken)) return []
      if (!lost.test(clauseOf(taken)) || isStandard(taken, sentence)) return []
      const before = [...near.flatMap(({ mentions }) => mentions), ...sentence.mentions.slice(0, at - 1)].filter(
        isPoints,
      )
      const top = before.findLast((each) => full.test(clauseOf(each)))
      if (!top || before.slice(before.indexOf(top) + 1).some((each) => /得|满分|分值/.test(clauseOf(each)))) return []
      return [
        {
          rule: 'I55.lost',
          form: { is: 'sum', total: termOf(top), parts: [termOf(taken), termOf(score)], relation: 'equals' },
          certain: false,
          because: '满分、扣分和得分是否属于同一项按上下文判断',
          quote: quoteOf(sentence, taken.start, score.end),
        } satisfies Claim,
      ]
    })
  })
}

/** What a standard says of a case is not what was lost: 「每降低1个百分点扣0.5分」「未设置目标的扣2分」. */
export function isStandard({ start }: Mention, sentence: Sentence): boolean {
  const clause = afterLast(sentence.text.slice(0, start - sentence.start), '，,；;。')
  return /扣/.test(clause) && /每|的扣/.test(clause)
}

function isPoints({ figure }: Mention): boolean {
  return figure.quantity.unit.kind === 'score' && figure.quantity.looseness === 'exact'
}
