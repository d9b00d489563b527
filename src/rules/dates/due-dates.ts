import { allMatches } from '#domain/all-matches.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesCued, wordsOf } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'
import { figureAt } from './date-spans.ts'
import { fullWidth } from './full-width.ts'
import { type SaidDate, saidDates } from './said-dates.ts'
import { type SaidLength, saidLengths } from './said-lengths.ts'
import { countsBetween } from './span-counts.ts'

const cue = /提前|提早|逾期|延[期迟误后]|滞后|推迟|拖[期延]|超期|晚|早|按[期时]|如期/g
/** What a date was to be, and what it was, by the words of its own clause. */
const planned = /合同|约定|计划|目标|要求|规定|原定|应于|预定|预计|承诺|既定|期限|截止|时限|批复|方案/
const done = /实际|最终|完[工成]|竣工|验收|交付|到货|拨付|下达|报送|提交|发放|兑付|开[工园学业馆]|上线|投[用产]/
const word =
  /(?<![未没无不]|没有|不存在)(?:(提前|提早|早)|(逾期|延[期迟误后]|滞后|推迟|拖[期延]|超期|晚)|(按[期时]|如期))/g
const sentenceEnd = /[。！？\n]/

/** What is told to be so many days early or late is, by what was agreed and what came of it; and what is in time is not late. */
export const dueDates: Rule = {
  id: 'date.due',
  title: '提前、逾期、按期等用语与约定和实际的日期相符',
  source: '本系统核对规则',
  judge: (reading) =>
    linesCued(wordsOf(reading), cue).flatMap((line) =>
      /\d\s?日|\d[-./]\d/.test(line.text) ? dueIn(reading, line) : [],
    ),
}

function dueIn(reading: Reading, line: Line): Verdict[] {
  const text = fullWidth(line.text)
  const days = saidDates(text).filter(({ precision }) => precision === 'day')
  if (days.length < 2) return []
  const lengths = saidLengths(text)
  return allMatches(text, word).flatMap((match) => {
    const pair = pairBefore(text, days, match.index) ?? pairAround(text, days, match.index)
    if (!pair) return []
    const length = lengths.find(({ start }) => start >= match.index)
    const toLength = length && text.slice(match.index + match[0].length, length.start)
    const told = toLength !== undefined && /^(?:[了达为约]|[\p{Script=Han}]{0,6})$/u.test(toLength) ? length : undefined
    const way = match[1] ? 'early' : match[2] ? 'late' : 'in-time'
    // A word of time without a number may be of another thing; that of its own kind binds.
    if (!told && !/^[\p{Script=Han}]{0,6}[，。；、）]/u.test(text.slice(match.index))) return []
    return judged(reading, line, { ...pair, way, ...(told && way !== 'in-time' ? { length: told } : {}) })
  })
}

type Due = {
  readonly planned: SaidDate
  readonly done: SaidDate
  readonly way: 'early' | 'late' | 'in-time'
  readonly length?: SaidLength
}

/** The two days told last before the word, one agreed and one that came of it; nothing else is dated or measured in between. */
function pairBefore(text: string, days: readonly SaidDate[], at: number): Pick<Due, 'planned' | 'done'> | undefined {
  const [first, last] = days.filter(({ end }) => end <= at).slice(-2)
  if (!first || !last) return undefined
  const between = text.slice(first.end, last.start)
  const behind = text.slice(last.end, at)
  if (/\d/.test(between) || sentenceEnd.test(behind) || /\d|[；]/.test(behind) || behind.length > farthest)
    return undefined
  if ((between.match(new RegExp(sentenceEnd, 'g')) ?? []).length > 1) return undefined
  const [one, two] = [wordsAround(text, first, days), wordsAround(text, last, days)]
  if (isPlanned(one) && isDone(two)) return { planned: first, done: last }
  return isPlanned(two) && isDone(one) ? { planned: last, done: first } : undefined
}

/** 「计划2023年12月31日前完工，实际提前15天于2023年12月16日完工」 */
function pairAround(text: string, days: readonly SaidDate[], at: number): Pick<Due, 'planned' | 'done'> | undefined {
  const [first, last] = [days.findLast(({ end }) => end <= at), days.find(({ start }) => start > at)]
  if (!first || !last || /[\d；。！？\n]/.test(text.slice(first.end, at))) return undefined
  if (!/^[\p{Script=Han}]{2}\s?\d+\s?[天日](?:，?[\p{Script=Han}]{0,2})[于在]$/u.test(text.slice(at, last.start)))
    return undefined
  const isAgreed =
    isPlanned(wordsAround(text, first, days)) && /实际|最终|完[工成]|竣工/.test(text.slice(first.end, last.end + 8))
  return isAgreed ? { planned: first, done: last } : undefined
}

const farthest = 40

/** The clause of a date, with the words right behind it. */
function wordsAround(text: string, date: SaidDate, days: readonly SaidDate[]): string {
  const from = Math.max(0, ...days.filter(({ end }) => end <= date.start).map(({ end }) => end))
  const before = /[^，。；！？\n]*$/.exec(text.slice(from, date.start))?.[0] ?? ''
  const behind = /^[^，。；！？\n\d]{0,12}/.exec(text.slice(date.end))?.[0] ?? ''
  return `${before}|${behind}`
}

function isPlanned(words: string): boolean {
  return planned.test(words.split('|')[0]!) && !/实际|最终/.test(words)
}

function isDone(words: string): boolean {
  return /实际|最终/.test(words) || (done.test(words) && !planned.test(words))
}

function judged(reading: Reading, line: Line, { planned, done, way, length }: Due): Verdict[] {
  const late = done.day.diff(planned.day, 'day')
  const [due, came] = [planned, done].map(({ start, end }) => line.text.slice(start, end))
  const figure = length && figureAt(reading, line, length)
  const isRightWay = way === 'early' ? late < 0 : way === 'late' ? late > 0 : late <= 0
  const counts = length && countsBetween(...ordered(planned, done), length.unit)
  // Neither end may count, where one day is held against another.
  if (isRightWay && (!length || !counts || (length.value >= counts.least - 1 && length.value <= counts.most)))
    return [{ outcome: 'holds', ...(figure ? { figures: [figure.id] } : {}) }]
  const said = { early: '提前', late: '逾期', 'in-time': '按期' }[way]
  const is = late === 0 ? '在约定当日' : `${late < 0 ? '提前' : '逾期'}${Math.abs(late)}天`
  const own: Evidence[] = !length ? [] : [figure ? { figure } : evidenceAt(line, length.start, length.end)]
  const told = [planned, done].map((each) => evidenceAt(line, each.start, each.end))
  return [
    reported(
      'date.due',
      'warning',
      `写明${said}${length ? line.text.slice(length.start, length.end) : ''}，而约定${due}、实际${came}，${is}，请核对`,
      [...own, ...told],
    ),
  ]
}

function ordered(one: SaidDate, two: SaidDate): [SaidDate, SaidDate] {
  return one.day.isAfter(two.day) ? [two, one] : [one, two]
}
