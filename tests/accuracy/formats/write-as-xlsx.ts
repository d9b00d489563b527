import exceljs from 'exceljs'
import { type Report, type TableCell, plain } from '../report.ts'
import { placedCells } from './write-as-text.ts'

/** One sheet: paragraphs in column A, tables below them; cells that are one bare number are numbers with a format. */
export async function writeAsXlsx(report: Report): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Sheet1')
  let next = 1
  for (const block of report.blocks) {
    if (block.is !== 'table') {
      sheet.getCell(next, 1).value = plain(block.tokens)
      next += 1
      continue
    }
    for (const { each, row, column } of placedCells(block.rows)) {
      const cell = sheet.getCell(next + row, column + 1)
      fill(cell, each)
      if (each.rows > 1 || each.columns > 1)
        sheet.mergeCells(next + row, column + 1, next + row + each.rows - 1, column + each.columns)
    }
    next += block.rows.length + 1
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function fill(cell: exceljs.Cell, each: TableCell): void {
  const [only, ...others] = each.tokens
  if (only === undefined) return
  if (typeof only === 'string' || others.length > 0 || only.unit !== '' || only.after !== '') {
    cell.value = plain(each.tokens)
    return
  }
  const decimals = only.digits.split('.')[1]?.length ?? 0
  cell.value = Number(only.digits.replaceAll(',', ''))
  const whole = only.digits.includes(',') ? '#,##0' : '0'
  cell.numFmt = decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole
}
