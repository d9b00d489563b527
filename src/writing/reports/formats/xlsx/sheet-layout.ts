import type ExcelJS from 'exceljs'
import { type GridCell, gridOf } from '../layout/table-grid.ts'
import { type FormSheet, textOf } from './form-sheets.ts'

/** Characters of 10 pt across the page, upright and turned. */
const across = { upright: 92, turned: 134 }
const lineHeight = 15
const tallest = 409

/** The row of the sheet for a row of the form: the title stands above it, and the mark of an attachment above that. */
export function sheetRow({ mark }: FormSheet, row: number): number {
  return row + (mark === undefined ? 2 : 3)
}

/** Page, columns, title, repeated rows and row heights of a form's sheet. */
export function layOut(sheet: ExcelJS.Worksheet, form: FormSheet): void {
  const { table, title } = form
  const sum = table.widths.reduce((all, width) => all + width, 0) || 1
  const widths = table.widths.map((width) =>
    Math.max(4, (width / sum) * (table.landscape ? across.turned : across.upright)),
  )
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = Math.round(width * 100) / 100
  const titleRow = sheetRow(form, 0) - 1
  if (form.mark !== undefined) {
    const mark = sheet.getCell(1, 1)
    mark.value = form.mark
    mark.font = { name: '黑体', size: 16 }
    sheet.getRow(1).height = 24
  }
  const head = sheet.getCell(titleRow, 1)
  head.value = title
  // A title may begin with =: as text it never becomes a formula when the cell is edited.
  head.numFmt = '@'
  head.font = { name: '方正小标宋简体', size: 18 }
  head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  sheet.mergeCells(titleRow, 1, titleRow, Math.max(1, widths.length))
  sheet.getRow(titleRow).height = 40
  for (const [at, height] of heightsOf(gridOf(table), widths).entries())
    sheet.getRow(sheetRow(form, at)).height = height
  sheet.pageSetup = {
    paperSize: 9,
    orientation: table.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
    ...titlesRow(form),
  }
  sheet.headerFooter = { differentOddEven: true, oddFooter: '&R— &P —', evenFooter: '&L— &P —' }
}

/** Rows printed again on every page: the table's head, or the heads within a form. */
function titlesRow(form: FormSheet): { printTitlesRow?: string } {
  const { headRows, gridHead } = form.table
  const { from, rows } = headRows ? { from: 0, rows: headRows } : (gridHead ?? { from: 0, rows: 0 })
  return rows > 0 ? { printTitlesRow: `${sheetRow(form, from)}:${sheetRow(form, from + rows - 1)}` } : {}
}

/** A workbook does not raise merged rows by itself: each row is made high enough for its longest words. */
function heightsOf(grid: readonly GridCell[][], widths: readonly number[]): number[] {
  const heights = grid.map(() => lineHeight * 1.4)
  for (const [at, row] of grid.entries())
    for (const placed of row) {
      if (placed.covered) continue
      const room = widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, width) => sum + width, 0)
      const lines = linesOf(textOf(placed.cell.runs), placed.cell.vertical ? 2 : room - 1)
      const each = Math.min(tallest, (lines * lineHeight + 6) / placed.rowSpan)
      for (let under = at; under < at + placed.rowSpan; under += 1) heights[under] = Math.max(heights[under] ?? 0, each)
    }
  return heights.map((height) => Math.round(height * 100) / 100)
}

function linesOf(text: string, room: number): number {
  const width = (line: string) => line.length + (line.match(/[\u2e80-\uffff]/g)?.length ?? 0)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / Math.max(2, room))), 0)
}
