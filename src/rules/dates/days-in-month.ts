import dayjs from 'dayjs'

/** How many days the month of a day YYYY-MM-DD has. */
export function daysInMonth(day: string): number {
  return dayjs(day).daysInMonth()
}
