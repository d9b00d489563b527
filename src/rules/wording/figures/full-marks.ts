import type { Figure } from '#domain/fact.ts'
import { factsOf } from '../../facts/facts-by-measure.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, byPart, evidenceAt, linesOf } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const admitted =
  /未完成|没有完成|未达到(?:预期|目标|指标)|未能(?:完成|达到)|完成(?:率|进度)?[^。，]{0,6}(?:不足|偏低|滞后)/

/** Reports that say there is none, or what would follow. */
const denied = /(?:无|没有|不存在|如|若|对|凡)[^。，]{0,8}未(?:完成|达到|能)/

/** I66: full marks beside targets the text says were not met. A section of problems alone is no contradiction. */
export const fullMarks: Rule = {
  id: 'I66',
  title: '满分的自评报告里没有未完成的任务',
  source: '本系统核对规则',
  judge(reading) {
    const totals = factsOf(reading, 'score.total')
    return byPart(reading, linesOf(reading)).flatMap(([part, lines]) =>
      judgePart(
        lines,
        totals.filter(({ figure }) => figure.place.part === part.index),
      ),
    )
  },
}

function judgePart(lines: readonly Line[], totals: readonly { figure: Figure }[]): Verdict[] {
  const total = totals[0]?.figure
  if (!total) return [{ outcome: 'not-applicable' }]
  if (!total.quantity.value.eq(100)) return [{ outcome: 'holds' }]
  const line = lines.find(({ text }) => admitted.test(text) && !denied.test(text))
  const match = line && admitted.exec(line.text)
  if (!line || !match) return [{ outcome: 'holds' }]
  const evidence = [{ figure: total }, evidenceAt(line, match.index, match.index + match[0].length)]
  const message = `自评总分100分，文中又写「${match[0]}」，请核对是否应当扣分`
  return [reported('I66', 'info', message, evidence)]
}
