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
    const forms = new Set(scores.filter(({ from }) => from === 'table').map(({ figure }) => figure.place.block)).size
    return scores.map(({ figure, from }): Verdict => {
      const { value } = figure.quantity
      // Scores rounded one by one may add up to a hundredth or two more.
      if (value.gte(0) && value.lte('100.05')) return { outcome: 'holds' }
      // A text over several forms may add their scores up.
      if (from === 'sentence' && forms >= 2 && value.lte(100 * forms))
        return { outcome: 'undetermined', missing: '几张自评表得分的合计' }
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
