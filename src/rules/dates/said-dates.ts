import dayjs, { type Dayjs } from 'dayjs'
import { allMatches } from '#domain/all-matches.ts'

/**
 * A date as a text tells it.
 *
 * start, end    characters of the text
 * precision     what is told: a day, a month of a year, or a year alone
 * day           the day itself, or the first one of the month or the year
 * isOwnYear     it names its year, or points to one: 「2022年3月5日」「次年3月5日」; else it has that of the date before it
 * isYearKnown   one of the two; else any year may be meant
 */
export type SaidDate = {
  readonly start: number
  readonly end: number
  readonly precision: Precision
  readonly day: Dayjs
  readonly isOwnYear: boolean
  readonly isYearKnown: boolean
}
export type Precision = 'day' | 'month' | 'year'

const date =
  /(?<![\d.])(?:((?:19|20)\d\d)\s?年\s?|(同年|当年|次年|翌年|第二年)\s?)?(?<![\d.])(\d{1,2})(?:\s?月(?!龄|均|度)|(?=\s?[-—–~～至到]\s?\d{1,2}\s?月(?!龄|均|度)))\s?(?:(\d{1,2})\s?[日号](?!均))?|(?<![\d.\-/])((?:19|20)\d\d)([-./])(\d{1,2})\6(\d{1,2})(?![\d.\-/])|(?<![\d.])((?:19|20)\d\d)(?:\s?年|(?=\s?[-—–~～至到]{1,2}\s?(?:19|20)\d\d\s?年))|(?<=\d\s?[日号]?\s?[至到—–~～-]\s?)(\d{1,2})[日号]/g
/** Where no year is told: neither it nor the next is a leap year, so that a span over the end of February is the shorter one. */
const anyYear = 2021

/** The dates a text tells, in order; days that are in no calendar are left out. */
export function saidDates(text: string): SaidDate[] {
  const found: SaidDate[] = []
  for (const match of allMatches(text, date)) {
    const [whole, ownYear, pointed, ownMonth, ownDay, year, , month, day, alone, dayAlone] = match
    const before = found.at(-1)
    const told = Number(ownYear ?? year ?? alone ?? Number.NaN)
    const pointedTo = pointed && before?.isYearKnown ? before.day.year() + (/[同当]/.test(pointed) ? 0 : 1) : Number.NaN
    const named = Number.isNaN(told) ? pointedTo : told
    const isOwnYear = !Number.isNaN(named)
    const isNext = pointed !== undefined && !/[同当]/.test(pointed)
    const parts = {
      year: isOwnYear ? named : (before?.day.year() ?? anyYear) + (isNext && before ? 1 : 0),
      month: Number(ownMonth ?? month ?? (dayAlone && before ? before.day.month() + 1 : 1)),
      day: Number(ownDay ?? day ?? dayAlone ?? 1),
    }
    if (dayAlone && before?.precision !== 'day') continue
    const said = dayOf(parts)
    if (!said) continue
    found.push({
      start: match.index,
      end: match.index + whole.length,
      precision: (ownDay ?? day ?? dayAlone) ? 'day' : (ownMonth ?? month) ? 'month' : 'year',
      day: said,
      isOwnYear,
      isYearKnown: isOwnYear || (before?.isYearKnown ?? false),
    })
  }
  return found
}

function dayOf({ year, month, day }: { year: number; month: number; day: number }): Dayjs | undefined {
  const said = dayjs(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  return said.isValid() && said.month() === month - 1 && said.date() === day ? said : undefined
}
