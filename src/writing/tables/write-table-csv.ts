import { withoutFormula } from '#domain/formula-like.ts'
import type { ImportField, ImportTable } from '#domain/imports/import-table.ts'
import type { TableCell } from './entry-rows.ts'

/** A table as csv for WPS and Excel: UTF-8 with its mark, headings with their units, words that look like formulas led by '. */
export function writeTableCsv({ fields }: ImportTable, rows: readonly (readonly TableCell[])[]): Uint8Array {
  const headings = fields.map(headingOf)
  return new TextEncoder().encode(csvMark + [headings, ...rows].map(csvLine).join(''))
}

/** The heading of a column, money with its unit: 「支付金额（元）」. */
export function headingOf({ zh, type, unit }: ImportField): string {
  return type === 'amount' ? `${zh}（${unit ?? '元'}）` : zh
}

/** What a csv file begins with, so that WPS and Excel read it as UTF-8. */
export const csvMark = '\uFEFF'

/** One line of a csv file. */
export function csvLine(row: readonly TableCell[]): string {
  return `${row.map(written).join(',')}\r\n`
}

function written(cell: TableCell): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') return cell.toFixed()
  const safe = withoutFormula(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
