import { narrowDigits } from '../numbers.ts'

const parted = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const joined = /^(\d{4})(\d{2})(\d{2})$/
const serial = /^[2-7]\d{4}(?:\.\d+)?$/
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * A day as YYYY-MM-DD: 「2023-5-1」「2023年5月1日」「20230501」「2023/05/01」, or the serial number a spreadsheet keeps for
 * one (days from 1899-12-30). Undefined for what is no day of the calendar; a year of two digits is no year.
 */
export function parseDate(text: string): string | undefined {
  const plain = narrowDigits(text).trim()
  if (serial.test(plain)) return dayOfSerial(Math.floor(Number(plain)))
  const [, year = '', month = '', day = ''] = parted.exec(plain) ?? joined.exec(plain) ?? []
  return isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0)
  return year >= 1900 && year <= 2200 && day >= 1 && day <= days
}

function dayOfSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}
