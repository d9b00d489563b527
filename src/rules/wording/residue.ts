import type { Evidence } from '#domain/finding.ts'
import type { Rule, Verdict } from '../rule.ts'
import { evidenceAt, linesOf } from './paragraphs.ts'

/** Template text left in (I83, P21): guidance paragraphs, placeholders, blank slots. One finding a pattern. */
export const residue: Rule = {
  id: 'I83',
  title: '没有残留的模板说明、占位符和空格子',
  source: '绩效自评报告模板填写要求',
  judge(reading, knowledge) {
    const lines = linesOf(reading)
    const verdicts = knowledge.wording.residue.flatMap(({ pattern, title, severity }): Verdict[] => {
      const search = new RegExp(pattern, 'gu')
      const evidence: Evidence[] = lines.flatMap((line) =>
        [...line.text.matchAll(search)].map((match) => evidenceAt(line, match.index, match.index + match[0].length)),
      )
      if (evidence.length === 0) return []
      const places = evidence.length > 1 ? `（共${evidence.length}处）` : ''
      return [
        {
          outcome: 'contradiction',
          finding: {
            rule: 'I83',
            severity,
            message: `${title}${places}：“${firstText(evidence)}”，请补全或删去`,
            evidence,
          },
        },
      ]
    })
    return verdicts.length > 0 ? verdicts : [{ outcome: 'holds' }]
  },
}

function firstText(evidence: readonly Evidence[]): string {
  const first = evidence[0]
  return first && 'text' in first ? first.text.slice(0, 30) : ''
}
