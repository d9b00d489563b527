import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from './paragraphs.ts'

const partial = /(?:^|[^\d])(1\s?[-—–~～至]\s?(?:[1-9]|1[01])月)/g
const cutoff = /截[至止]\s?(20\d\d)年(\d{1,2})月(\d{1,2})日/g
const date = /(20\d\d)年(\d{1,2})月(\d{1,2})日/g
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Periods and dates fit the report's year (I80, I92): no part-year figure in an annual report, no impossible date. */
export const periods: Rule = {
  id: 'I92',
  title: '期间和日期与报告年度相符',
  source: '本系统核对规则',
  judge(reading) {
    const verdicts = linesOf(reading).flatMap((line) => [...partials(line), ...cutoffs(line), ...impossible(line)])
    return verdicts.length > 0 ? verdicts : [{ outcome: 'holds' }]
  },
}

function partials(line: Line): Verdict[] {
  if (line.part.kind === 'monitoring-form' || line.part.kind === 'notice') return []
  return [...line.text.matchAll(partial)].map((match) => {
    const start = match.index + match[0].length - match[1]!.length
    return warning(
      line,
      start,
      start + match[1]!.length,
      `年度报告里用了“${match[1]}”的部分年度数字，应改为全年数或说明口径`,
    )
  })
}

function cutoffs(line: Line): Verdict[] {
  return [...line.text.matchAll(cutoff)].flatMap((match) => {
    const year = Number(match[1])
    if (!line.part.year || year === line.part.year || year === line.part.year + 1) return []
    return [
      warning(line, match.index, match.index + match[0].length, `“${match[0]}”不在报告年度${line.part.year}年之内`),
    ]
  })
}

function impossible(line: Line): Verdict[] {
  return [...line.text.matchAll(date)].flatMap((match) => {
    const [month, day] = [Number(match[2]), Number(match[3])]
    const possible = month >= 1 && month <= 12 && day >= 1 && day <= (daysIn[month - 1] ?? 0)
    return possible ? [] : [warning(line, match.index, match.index + match[0].length, `“${match[0]}”不是有效日期`)]
  })
}

function warning(line: Line, start: number, end: number, message: string): Verdict {
  return {
    outcome: 'contradiction',
    finding: { rule: 'I92', severity: 'warning', message, evidence: [evidenceAt(line, start, end)] },
  }
}
