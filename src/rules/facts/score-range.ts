import { Big } from 'big.js'
import type { Fact, Figure } from '#domain/fact.ts'
import { isSlip } from '#domain/slip.ts'
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
    const forms = formScores(scores).length
    return scores.map(({ figure, from }): Verdict => {
      const { value } = figure.quantity
      // Scores rounded one by one may add up to a hundredth or two more.
      if (value.gte(0) && value.lte('100.05')) return { outcome: 'holds' }
      // A text over several forms may add their scores up.
      if (from === 'sentence' && forms >= 2 && value.lte(100 * forms)) return judgeTotal(figure, scores)
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

/** The score of each form: one of several in a form is not known to be its total. */
function formScores(scores: readonly Fact[]): readonly Figure[] {
  const tables = Map.groupBy(
    scores.filter(({ from }) => from === 'table'),
    ({ figure }) => figure.place.block,
  )
  return [...tables.values()].flatMap(([only, ...others]) => (only && others.length === 0 ? [only.figure] : []))
}

function judgeTotal(figure: Figure, scores: readonly Fact[]): Verdict {
  const each = formScores(scores)
  const sum = each.reduce((so, { quantity }) => so.plus(quantity.value), new Big(0))
  if (sum.eq(figure.quantity.value)) return { outcome: 'holds', figures: [figure.id, ...each.map(({ id }) => id)] }
  const printed = sum.toFixed(figure.quantity.decimals)
  if (!isSlip(printed, figure.printed)) return { outcome: 'undetermined', missing: '几张自评表得分的合计' }
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'score.range',
      severity: 'warning',
      message: `“得分合计${figure.text}”与各自评表总分之和${printed}分不一致（合计的范围按上下文判断，请核对）`,
      expression: `${each.map((one) => one.printed).join(' + ')} = ${printed} ≠ ${figure.printed}`,
      evidence: [figure, ...each].map((one) => ({ figure: one })),
    },
  }
}
