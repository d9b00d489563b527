import { allMatches } from '#domain/all-matches.ts'
import type { Part } from '#domain/document.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { headingOf } from '../headings/headings.ts'
import { type Line, byPart, datedLines, evidenceAt, linesOf } from '../paragraphs.ts'
import { orHolds, reported } from '../verdicts.ts'

const year = /(?<!\d)(20\d\d)(?=年)/g
const manyYears = /20\d\d年?\s?[-—–~～至－、和]\s?20\d\d|三年|五年|中期|规划|十[三四五]五/
const looksBack = /决算|执行情况|对比|比较|上年|上一年|往年|历年|结转|整改|问题|回顾|以来|[-—–~～至－]/
const often = 4

/**
 * A report speaks of the year its title names (I80): the year its text names most often, and the years in its headings.
 * Last year's heading in this year's report is probably copied. Both are warnings.
 */
export const reportYear: Rule = {
  id: 'I80',
  title: '正文、标题的年度与报告年度一致',
  source: '本系统核对规则',
  judge(reading) {
    const parts = byPart(reading, linesOf(reading)).filter(([part]) => namesItsYear(part))
    if (parts.length === 0) return [{ outcome: 'not-applicable' }]
    const dated = datedLines(reading)
    return orHolds(
      parts.flatMap(([part, lines]) => {
        const own = lines.filter((line) => dated.has(line))
        return [...otherYear(part, own), ...headingYears(part, own)]
      }),
    )
  },
}

function namesItsYear(part: Part): boolean {
  const years = new Set(allMatches(part.title, /20\d\d/g).map(([found]) => found))
  if (part.year === undefined || years.size !== 1 || !years.has(String(part.year))) return false
  return part.kind !== 'notice' && part.kind !== 'goal-form' && !manyYears.test(part.title)
}

function otherYear(part: Part, lines: readonly Line[]): Verdict[] {
  const places = lines.flatMap((line) =>
    allMatches(withoutNumbers(line.text), year)
      .filter((match) => !isLaterDate(part, line.text, match.index) && !isCompared(line.text, match.index))
      .map((match) => ({ line, at: match.index, year: Number(match[1]) })),
  )
  const body = places.filter(({ line }) => line.block > part.from + 1)
  const own = body.filter((place) => place.year === part.year).length
  const [most] = [...Map.groupBy(body, (place) => place.year)].toSorted(
    (left, right) => right[1].length - left[1].length,
  )
  if (!most || most[0] === part.year || most[1].length < often || own * 3 > most[1].length) return []
  const evidence = most[1].map(({ line, at }) => evidenceAt(line, at, at + 5))
  return [
    reported(
      'I80',
      'warning',
      `标题写${part.year}年，正文却有${most[1].length}处写${most[0]}年，只有${own}处写${part.year}年，请核对报告年度`,
      evidence,
    ),
  ]
}

/** 「2024年1月印发通知」 tells when the report was worked on, not what year it is about. */
function isLaterDate(part: Part, text: string, at: number): boolean {
  const found = /^(20\d\d)年\s?\d{1,2}月/.exec(text.slice(at))
  return found !== null && Number(found[1]) > (part.year ?? 0)
}

/** 「比2022年」「较2022年的」 names what this year is compared with, 「2022年7月1日」 a day. */
function isCompared(text: string, at: number): boolean {
  return (
    /[比较与同由从自]$|截至$|截止$/.test(text.slice(Math.max(0, at - 2), at)) ||
    /^20\d\d年\s?\d{1,2}月\s?\d{1,2}日/.test(text.slice(at))
  )
}

function headingYears(part: Part, lines: readonly Line[]): Verdict[] {
  return lines.flatMap((line): Verdict[] => {
    const heading = headingOf(line)
    if (!heading?.bare || heading.level > 2 || looksBack.test(heading.name)) return []
    const years = allMatches(line.text, year)
    const [match] = years
    const found = Number(match?.[1])
    // 「信息系统是2016年的」 is what it says of a thing.
    if (match && /[是为系]$/.test(line.text.slice(0, match.index)) && line.text.startsWith('的', match.index + 5))
      return []
    if (!match || years.length > 1 || !part.year || found >= part.year) return []
    return [
      reported(
        'I80',
        'warning',
        `${part.year}年度报告的标题“${line.text.trim()}”写的是${found}年，像是沿用了以前年度的文字，请核对`,
        [evidenceAt(line, match.index, match.index + 5)],
        { suggestion: `${part.year}年` },
      ),
    ]
  })
}

/** The text with titles of documents and what stands in brackets blanked out: their years are their own. */
function withoutNumbers(text: string): string {
  return text.replace(/《[^《》]{0,120}》|[〔（(［[][^〔（(［[〕）)］\]]{0,80}[〕）)］\]]/g, (found) =>
    ' '.repeat(found.length),
  )
}
