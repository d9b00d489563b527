import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { numeralValue } from './chinese-numeral.ts'
import { type Line, evidenceAt } from '../paragraphs.ts'

const hundred = /([一二两三四五六七八九十]|\d)个\s?[“"]?\s?(?:100\s?[%％]|百分之百)/g

/** 「甲率、乙率、丙率“三个100%”」 names as many rates as it counts (I75). Undetermined without a list of rates before it. */
export function hundredPercents(line: Line): Verdict[] {
  return allMatches(line.text, hundred).map((match): Verdict => {
    const said = numeralValue(match[1]!)
    const clause =
      line.text
        .slice(0, match.index)
        .split(/[。；;]/)
        .at(-1) ?? ''
    const list = /((?:[\p{Script=Han}]{1,8}率[、和及与，,]?)+)[\s“"”均都达实现到了全部为]*$/u.exec(clause)?.[1] ?? ''
    const names = list.split(/[、和及与，,]/).filter((name) => name.endsWith('率'))
    if (names.length === 0 || names.some((name) => /率.*率/.test(name)))
      return { outcome: 'undetermined', missing: '“100%”所指的比率名称' }
    if (names.length === said) return { outcome: 'holds' }
    const start = clause.lastIndexOf(list) + match.index - clause.length
    return {
      outcome: 'contradiction',
      finding: {
        rule: 'I76',
        severity: 'error',
        message: `写“${match[0].replace(/[“"]/g, '')}”，前面列出的比率有${names.length}个：${names.join('、')}`,
        expression: `${names.length} ≠ ${said}`,
        evidence: [evidenceAt(line, start, match.index + match[0].length)],
      },
    }
  })
}
