import type { LengthUnit } from './said-lengths.ts'
import type { Precision, SaidDate } from './said-dates.ts'

/** How many days, months or years lie between two dates: least and most, whether the first and the last day count or not. */
export type Counts = { readonly least: number; readonly most: number }

const finest: Readonly<Record<Precision, number>> = { day: 0, month: 1, year: 2 }

/**
 * How long it is from one date to the other, by every lawful way of counting: with both ends or without one of them; of
 * months and years those begun or those completed. Undefined where the dates are told too coarsely for the unit.
 */
export function countsBetween(from: SaidDate, to: SaidDate, unit: LengthUnit): Counts | undefined {
  const coarse = Math.max(finest[from.precision], finest[to.precision])
  if (coarse > finest[unit]) return undefined
  const [first, last] = [from.day, to.day]
  if (unit === 'day') return withEnds(last.diff(first, 'day'), leapDay(from, to))
  const begun = (last.year() - first.year()) * 12 + last.month() - first.month()
  if (unit === 'month') {
    if (coarse > 0) return withEnds(begun, 0)
    return within(last.diff(first, 'month', true), last.add(1, 'day').diff(first, 'month', true), begun + 1)
  }
  if (coarse === 2) return withEnds(last.year() - first.year(), 0)
  const until = last.add(1, coarse === 1 ? 'month' : 'day')
  return within(last.diff(first, 'year', true), until.diff(first, 'year', true), last.year() - first.year() + 1)
}

/** Where no year is told, February may have a day more. */
function leapDay(from: SaidDate, to: SaidDate): number {
  if (from.isYearKnown) return 0
  return from.day.month() <= 1 && to.day.month() >= 2 ? 1 : 0
}

function withEnds(between: number, more: number): Counts {
  return { least: between, most: between + 1 + more }
}

/** What comes out even is meant so; else those begun and those completed are both lawful, and so are those of the calendar. */
function within(without: number, withBoth: number, calendar: number): Counts {
  const even = [without, withBoth].find((each) => Math.abs(each - Math.round(each)) < tiny)
  if (even !== undefined) return { least: Math.round(even), most: Math.round(even) }
  return { least: Math.floor(without), most: Math.max(Math.ceil(withBoth), calendar) }
}

/** What floating point may lose. */
const tiny = 1e-9
