import type { IndicatorRow } from '#domain/reading.ts'
import type { Rule } from '../rule.ts'
import { contradiction, figureEvidence, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'

/** I57: points lost need a reason, where the form has a column for it. */
export const reasonMissing: Rule = {
  id: 'I57',
  title: '得分低于分值的指标应当填写偏差原因',
  source: '财预〔2020〕10号 项目支出绩效自评表填表要求',
  judge: (reading) =>
    filledIndicators(reading).map((row) => {
      const { weight, score, reason } = row
      if (!weight || !score || score.quantity.value.gte(weight.quantity.value)) return { outcome: 'not-applicable' }
      if (isExecution(row)) return { outcome: 'undetermined', missing: '预算执行得分按比例计算，原因可以写在别处' }
      if (!reason) return { outcome: 'undetermined', missing: '表中没有偏差原因一栏' }
      if (!isBlank(reason.text)) return { outcome: 'holds' }
      const message = `「${nameOf(row)}」得分${score.printed}分，低于分值${weight.printed}分，但偏差原因分析及改进措施一栏空着，请补填原因。`
      return contradiction('I57', 'error', message, [
        figureEvidence(score),
        figureEvidence(weight),
        wordsEvidence(reason),
      ])
    }),
}

/** The row of the execution rate among the indicators, whose points follow from the funds: it has no target of its own. */
function isExecution({ group, name, target, actual }: IndicatorRow): boolean {
  const bare = !target?.text || !actual?.text || target.text === name.text || actual.text === name.text
  return bare && group.some((heading) => /^预算执行(?:率|情况)?(?:指标)?$/.test(heading))
}
