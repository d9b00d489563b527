import type { Evidence } from '#domain/finding.ts'
import type { Rule, Verdict } from '../rule.ts'
import { evidenceAt, linesOf } from './paragraphs.ts'

/** The field's common slips of the pen, from data/wording.yaml: one finding a slip, with every place it stands in. */
export const slips: Rule = {
  id: 'wording.slip',
  title: '没有常见错别字和误用词',
  source: '本系统用语词表',
  judge(reading, knowledge) {
    const lines = linesOf(reading)
    const verdicts = knowledge.wording.slips.flatMap(({ wrong, right, note }): Verdict[] => {
      const evidence: Evidence[] = lines.flatMap((line) =>
        occurrences(line.text, wrong).map((at) => evidenceAt(line, at, at + wrong.length)),
      )
      if (evidence.length === 0) return []
      const places = evidence.length > 1 ? `（共${evidence.length}处）` : ''
      return [
        {
          outcome: 'contradiction',
          finding: {
            rule: 'wording.slip',
            severity: 'warning',
            message: `“${wrong}”疑为“${right}”之误${note ? `：${note}` : ''}${places}`,
            suggestion: right,
            evidence,
          },
        },
      ]
    })
    return verdicts.length > 0 ? verdicts : [{ outcome: 'holds' }]
  },
}

function occurrences(text: string, word: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at)
  return found
}
