import { SSF } from '@e965/xlsx'
import type { RawCell, SheetValue } from './raw-rows.ts'
import { type SharedStrings, unescaped } from './shared-strings.ts'

/** What a cell element holds: `value` of <v> or the texts of <is>, undefined where there is neither. */
export type CellElement = {
  readonly type: string
  readonly style: number
  readonly value: string | undefined
  readonly isFormula: boolean
}
/**
 * What a workbook's cells are told by: its shared texts, the number format of each style, the day it counts from; and by
 * format the days already worked out.
 */
export type CellSetting = {
  readonly strings: SharedStrings
  readonly formats: readonly (number | string)[]
  readonly isEpoch1904: boolean
  readonly days: Map<number | string, Map<number, SheetValue>>
}

const general = new Set<number | string>([0, 49, 'General', '@'])

/** A cell as its element says, shown in its own format. */
export function cellOf(element: CellElement, setting: CellSetting): RawCell {
  const { type, style, value, isFormula } = element
  const own = isFormula ? { formula: true } : {}
  if (type === 'e') return { text: value ?? '', fault: 'error' }
  const isText = type === 's' || type === 'inlineStr' || type === 'str' || type === 'd'
  if (value === undefined || (value === '' && !isText)) return isFormula ? { text: '', fault: 'unread' } : ''
  const format = setting.formats[style] ?? 0
  if (type === 'b') return worded(value === '1' || value === 'true' ? 'TRUE' : 'FALSE', isFormula)
  if (isText) {
    const text = type === 's' ? setting.strings.at(Number(value)) : unescaped(value)
    return worded(general.has(format) ? text : shownText(format, text, setting), isFormula)
  }
  const number = Number(value)
  if (Number.isNaN(number)) return worded(value, isFormula)
  return { ...numbered(number, format, setting), ...own }
}

function worded(text: string, isFormula: boolean): RawCell {
  const plain = (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text).trim()
  return isFormula ? { text: plain, formula: true } : plain
}

/** A stored number to the 15 digits a spreadsheet keeps, as displayed, and the day where it is displayed as a date. */
function numbered(value: number, format: number | string, setting: CellSetting): SheetValue {
  if (isDate(format)) return datedOf(value, format, setting)
  const isPlain = (format === 0 || format === 'General') && Number.isInteger(value) && Math.abs(value) < 2 ** 31
  const text = isPlain ? String(value) : shownText(format, value, setting).trim()
  return { text, number: digitsOf(value) }
}

function digitsOf(value: number): string {
  return Number(value.toPrecision(15)).toString()
}

const mostDays = 20_000

/** A year has few days and a table many rows: each day is worked out once. */
function datedOf(value: number, format: number | string, setting: CellSetting): SheetValue {
  let days = setting.days.get(format)
  if (!days) setting.days.set(format, (days = new Map()))
  const known = days.get(value)
  if (known) return known
  const date = dayOf(value, setting.isEpoch1904)
  const text = shownText(format, value, setting).trim()
  const dated = { text, number: digitsOf(value), ...(date === undefined ? {} : { date }) }
  if (days.size < mostDays) days.set(value, dated)
  return dated
}

/** YYYY-MM-DD of a serial number; undefined for what is no day. */
function dayOf(value: number, isEpoch1904: boolean): string | undefined {
  const day = SSF.parse_date_code(value, { date1904: isEpoch1904 }) as { y: number; m: number; d: number } | null
  if (!day || day.y < 1900 || day.m === 0) return undefined
  return `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`
}

/** Built-in formats that Chinese editions show as dates; the format library knows them only by number. */
const chineseDates = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const dates = new Map<number | string, boolean>()

function isDate(format: number | string): boolean {
  let known = dates.get(format)
  if (known === undefined) {
    const code = typeof format === 'string' ? format : (SSF.get_table() as Record<number, string>)[format]
    known = code === undefined ? chineseDates.has(Number(format)) : (SSF.is_date(code) as boolean)
    if (dates.size < 1000) dates.set(format, known)
  }
  return known
}

function shownText(
  format: number | string,
  value: number | string,
  { isEpoch1904 }: Pick<CellSetting, 'isEpoch1904'>,
): string {
  try {
    return SSF.format(format, value, { date1904: isEpoch1904 }) as string
  } catch {
    // A format nobody can follow: the value as it is.
    return String(value)
  }
}
