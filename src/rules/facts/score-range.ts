import type { Rule, Verdict } from '../rule.ts'
import { factsOf } from './facts-by-measure.ts'

/** A self-evaluation is scored out of 100 (财预〔2020〕10号): more than that, or less than nothing, can't be a score. */
export const scoreRange: Rule = {
  id: 'score.range',
  title: '自评得分在0至100分之间',
  source: '财预〔2020〕10号',
  judge(reading) {
    const scores = factsOf(reading, 'score.total')
    if (scores.length === 0) return [{ outcome: 'not-applicable' }]
    return scores.map(({ figure }): Verdict => {
      const { value } = figure.quantity
      // Scores rounded one by one may add up to a hundredth or two more.
      if (value.gte(0) && value.lte('100.05')) return { outcome: 'holds' }
      return {
        outcome: 'contradiction',
        finding: {
          rule: 'score.range',
          severity: value.lte(110) ? 'warning' : 'error',
          message: `自评得分${figure.text}超出0至100分的范围`,
          expression: `${figure.printed} > 100`,
          evidence: [{ figure }],
        },
      }
    })
  },
}
