import excel, { type Cell, type Worksheet } from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { type ImportField, type ImportTable, exampleMark } from '#domain/imports/import-table.ts'
import { fixedZip } from '../reports/formats/archives/fixed-zip.ts'
import { fontsInOrder } from '../reports/formats/xlsx/fonts-in-order.ts'
import type { TableCell } from './entry-rows.ts'
import { headingOf } from './write-table-csv.ts'

const numeric = new Set(['amount', 'number', 'count'])
const lastRow = 5000
/** Numbers of more digits than a spreadsheet keeps are written as words. */
const mostDigits = 15

/**
 * A table as a workbook: title, what to fill in, headings with their units, and the rows given; without rows the
 * template, with an example row that an import passes over. Words never become formulas: they are kept as text.
 */
export async function writeTableXlsx(table: ImportTable, rows: readonly (readonly TableCell[])[]): Promise<Uint8Array> {
  const book = new excel.Workbook()
  book.created = new Date(0)
  book.modified = new Date(0)
  const sheet = book.addWorksheet(table.zh.slice(0, 31), { views: [{ state: 'frozen', ySplit: 3 }] })
  const { fields } = table
  sheet.addRow([table.zh]).font = { bold: true, size: 14 }
  sheet.addRow([table.note ?? '']).font = { color: { argb: 'FF666666' } }
  const heading = sheet.addRow(fields.map(starred))
  heading.font = { bold: true }
  fields.forEach((field, at) => {
    if (field.note) heading.getCell(at + 1).note = field.note
    const column = sheet.getColumn(at + 1)
    column.width = Math.min(40, Math.max(12, starred(field).length * 2 + 4))
    if (!numeric.has(field.type)) column.numFmt = '@'
  })
  const body = rows.length > 0 ? rows : [exampleRow(fields)]
  for (const row of body) {
    const line = sheet.addRow([])
    row.forEach((cell, at) => fill(line.getCell(at + 1), cell, fields[at]!))
  }
  offerChoices(sheet, fields)
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  return fixedZip({ ...files, 'xl/styles.xml': fontsInOrder(strFromU8(files['xl/styles.xml']!)) })
}

function starred(field: ImportField): string {
  return field.required ? `${headingOf(field)}*` : headingOf(field)
}

function exampleRow(fields: readonly ImportField[]): TableCell[] {
  return fields.map(({ example = '' }, at) => (at === 0 ? `${exampleMark}${example}` : example))
}

function fill(cell: Cell, value: TableCell, { type }: ImportField): void {
  if (value === undefined || value === '') return
  if (typeof value !== 'string') {
    const isShort = value.toFixed().replace(/\D/g, '').length <= mostDigits
    cell.value = isShort && numeric.has(type) ? value.toNumber() : value.toFixed()
    if (type === 'amount') cell.numFmt = '#,##0.00####'
    return
  }
  cell.value = value
  if (!numeric.has(type)) cell.numFmt = '@'
}

/** Lists short enough for a cell's own list (255 signs) are offered in it. */
function offerChoices(sheet: Worksheet, fields: readonly ImportField[]): void {
  fields.forEach(({ type, choices = [] }, at) => {
    const words = type === 'yes-no' ? ['是', '否'] : choices.map(({ zh }) => zh)
    const list = `"${words.join(',')}"`
    if (words.length === 0 || list.length > 255 || words.some((word) => /[,"]/.test(word))) return
    for (let row = 4; row <= Math.min(lastRow, 203); row++)
      sheet.getCell(row, at + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list] }
  })
}
