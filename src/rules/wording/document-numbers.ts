import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from './paragraphs.ts'

type Cited = {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly agency: string
  readonly year: string
  readonly number: string
}

const pattern = /([\p{Script=Han}]{1,8})[〔[【（(](20\d\d)[〕\]】)）]\s?第?(\d{1,4})号/gu

/**
 * One document has one number (I79): the same year and number under two agency words of which one is likely a slip
 * or abbreviation of the other, as 「县财绩」 and 「桃财绩」.
 */
export const documentNumbers: Rule = {
  id: 'I79',
  title: '同一文件的文号写法一致',
  source: 'GB/T 9704-2012 第7.2.5条',
  judge(reading) {
    const cited = linesOf(reading).flatMap(citedIn)
    if (cited.length < 2) return [{ outcome: 'not-applicable' }]
    const groups = new Map<string, Cited[]>()
    for (const each of cited)
      groups.set(`${each.year}|${each.number}`, [...(groups.get(`${each.year}|${each.number}`) ?? []), each])
    return [...groups.values()].filter((group) => group.length > 1).map(judgeGroup)
  },
}

function citedIn(line: Line): Cited[] {
  return [...line.text.matchAll(pattern)].map((match) => {
    const agency = (match[1] ?? '')
      .replace(/^.*?(?:根据|依据|按照|印发|通知|关于|文件|接到|收到|到|和|及|与|的|《)/u, '')
      .slice(-4)
    return {
      line,
      start: match.index + (match[1]?.length ?? 0) - agency.length,
      end: match.index + match[0].length,
      agency,
      year: match[2]!,
      number: match[3]!,
    }
  })
}

function judgeGroup(group: readonly Cited[]): Verdict {
  const first = group[0]!
  const other = group.find((each) => each.agency !== first.agency && kin(each.agency, first.agency))
  if (!other) return { outcome: 'holds' }
  const spelled = (each: Cited) => each.line.text.slice(each.start, each.end)
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I79',
      severity: 'error',
      message: `同一文号前后写法不一：“${spelled(first)}”与“${spelled(other)}”`,
      cause: '发文机关代字不同，其中一处可能写错',
      evidence: [first, other].map((each) => evidenceAt(each.line, each.start, each.end)),
    },
  }
}

/** Agency words that share most of their characters: a slip, not another agency. */
function kin(left: string, right: string): boolean {
  const shared = [...left].filter((sign) => right.includes(sign)).length
  return shared >= Math.min(left.length, right.length) - 1 && shared >= 1
}
