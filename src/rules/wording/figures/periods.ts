import { allMatches } from '#domain/all-matches.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, byPart, evidenceAt, linesOf } from '../paragraphs.ts'
import { eventDates } from './event-dates.ts'
import { orHolds, reported } from '../verdicts.ts'

const partial = /(?<![\d.])(?:(20\d\d)年)?1\s?(?:月\s?)?[-—–~～至－]\s?(?:[1-9]|1[01])月(?:份)?/g
const range = /\d{1,2}\s?(?:月\s?)?[-—–~～至－]\s?\d{1,2}月/g
const rest = /(?<!\d)(\d{1,2})\s?(?:月\s?)?[-—–~～至－]\s?12月/g
const figure = /\d+(?:\.\d+)?\s?(?:[%％]|万|亿|元|个|件|条|次|人|家|户|起|项)/
const schedule = /阶段|前期|准备|制定|印发|启动|计划|安排时间|时间安排/
const cutoff = /截[至止]到?\s?(20\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日|底|末)?|底|末)/g
const date = /(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/g
const ofYear = /年度|决算|绩效|自评|评价/
const manyYears = /20\d\d年?\s?(?:年度)?[-—–~～至－、和]\s?20\d\d|三年|五年/
const spent = /支出|执行|到位|拨付|完成|使用|投入/

/** Each of the patterns needs one of these. */
const needed = /[月截]/

/**
 * Periods and dates fit the report's year (I80, I92): no part-year figure in an annual report, no impossible date, no two
 * dates of one event, and so many days between two dates as there are.
 */
export const periods: Rule = {
  id: 'I92',
  title: '期间和日期与报告年度相符',
  source: '本系统核对规则',
  judge(reading) {
    return orHolds(
      byPart(reading, linesOf(reading)).flatMap(([, lines]) => {
        const signed = signatureOf(lines)
        return lines.flatMap((line) =>
          needed.test(line.text)
            ? [...partials(line), ...cutoffs(line, signed), ...impossible(line), ...eventDates(line)]
            : [],
        )
      }),
    )
  },
}

/** 「1-7月」 with a figure in its sentence. A timetable of the work, or a range of another year, is none. */
function partials(line: Line): Verdict[] {
  const { part, text } = line
  if (/监控|监测|中期|通知|计划/.test(part.title) || /季度|上半年|[\d一二三四五六七八九十]月/.test(part.title))
    return []
  if (part.kind === 'monitoring-form' || part.kind === 'notice' || part.kind === 'goal-form') return []
  // What does not say it is about a year may be about a month of one.
  if (part.year === undefined || !ofYear.test(part.title)) return []
  return allMatches(text, partial).flatMap((match) => {
    const sentence = sentenceAround(text, match.index)
    if (match[1] && Number(match[1]) !== part.year) return []
    if (!figure.test(sentence.replace(range, '')) || schedule.test(sentence)) return []
    if ((sentence.match(range) ?? []).length > 1 || isGoneOn(text, match[0])) return []
    return [
      reported('I92', 'warning', `年度报告里用了“${match[0]}”的部分年度数字，应改为全年数或说明口径`, [
        evidenceAt(line, match.index, match.index + match[0].length),
      ]),
    ]
  })
}

/** 「1—6月按每人188元发放…；7—12月按206元发放…」, 「集中在11月、12月…，1—10月只兑付80.65万元」: the rest of the year is told, too. */
function isGoneOn(text: string, period: string): boolean {
  const last = Number(/(\d+)月/.exec(period.slice(period.search(/[-—–~～至－]/)))?.[1])
  const next = new RegExp(`(?<![\\d.])${last + 1}月(?!\\s?\\d)`)
  return next.test(text) || allMatches(text, rest).some(([, from]) => Number(from) === last + 1)
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, at))) + 1
  const end = text.slice(at).search(/[。；\n]/)
  return text.slice(start, end < 0 ? text.length : at + end)
}

/** A closing date that lies behind the date of issue, or in another year than the one the title names. */
function cutoffs(line: Line, signed: Signature | undefined): Verdict[] {
  const { part, text } = line
  return allMatches(text, cutoff).flatMap((match): Verdict[] => {
    const evidence = [evidenceAt(line, match.index, match.index + match[0].length)]
    const [year, month, day] = [Number(match[1]), Number(match[2] ?? 12), Number(match[3] ?? 1)]
    if (signed && line.block < signed.block && year * 10_000 + month * 100 + day > signed.date)
      return [reported('I92', 'warning', `“${match[0]}”晚于报告的落款日期，请核对`, evidence)]
    if (!part.year || !part.title.includes(String(part.year)) || year === part.year || year === part.year + 1) return []
    // A budget for next year tells what there is at the end of this one.
    if (manyYears.test(part.title) || (part.kind === 'budget-disclosure' && year === part.year - 1)) return []
    const sentence = sentenceAround(text, match.index)
    if (year < part.year && /上年|期初|年初|基期|累计|历年|往年/.test(sentence)) return []
    const copied = year === part.year - 1 && month === 12 && spent.test(sentence)
    const severity = copied || year > part.year ? 'warning' : 'info'
    return [reported('I92', severity, `“${match[0]}”不在报告年度${part.year}年之内，请核对`, evidence)]
  })
}

/** The date a report is signed with, as 20240315: the last paragraph that is a date and nothing else. */
type Signature = { readonly block: number; readonly date: number }
function signatureOf(lines: readonly Line[]): Signature | undefined {
  const pattern = /^\s*(20\d\d)年(\d{1,2})月(\d{1,2})日\s*$/
  const last = lines.findLast(({ text }) => pattern.test(text))
  const [, year, month, day] = pattern.exec(last?.text ?? '') ?? []
  return last && { block: last.block, date: Number(year) * 10_000 + Number(month) * 100 + Number(day) }
}

function impossible(line: Line): Verdict[] {
  return allMatches(line.text, date).flatMap((match) => {
    const [year, month] = [Number(match[1]), Number(match[2])]
    const day = match[3] === undefined ? 1 : Number(match[3])
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)) return []
    return [
      reported('I92', 'error', `“${match[0]}”不是有效日期，请改正`, [
        evidenceAt(line, match.index, match.index + match[0].length),
      ]),
    ]
  })
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
