import type ExcelJS from 'exceljs'
import { isFormulaLike } from '#domain/formula-like.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { xmlText } from '../../../findings/xml-text.ts'
import type { GridCell } from '../layout/table-grid.ts'
import { type FactCells, addressFrom, isCircular, liveFormula } from './live-formula.ts'
import { numberCell } from './number-format.ts'
import { textOf } from './form-sheets.ts'

const line = { style: 'thin' as const }
const border = { top: line, left: line, bottom: line, right: line }
// More than Excel takes in a cell: what is left over is in the Word file.
const longest = 32_000

/** What the cells of a workbook are filled from. */
export type FillFrom = { readonly facts: ReadonlyMap<string, LedgerFact>; readonly cells: FactCells }

/**
 * Writes a cell of a form: numbers as numbers or live formulas, words as text that never becomes a formula. Gives the
 * formula, its references with sheets and $, as a name of the workbook keeps it.
 */
export function fillCell(cell: ExcelJS.Cell, placed: GridCell, sheet: string, from: FillFrom): string | undefined {
  const { runs, align, bold } = placed.cell
  const [only] = runs
  const number = runs.length === 1 && only !== undefined && typeof only !== 'string' ? only : undefined
  const shown = number && numberCell(number)
  cell.font = { name: '仿宋', size: 10, bold: bold ?? false }
  cell.border = border
  cell.alignment = { vertical: 'middle', horizontal: align ?? 'left', wrapText: true }
  if (!number || !shown) {
    const text = plain(textOf(runs))
    if (isFormulaLike(text)) cell.numFmt = '@'
    if (text !== '') cell.value = text
    return undefined
  }
  cell.numFmt = shown.format
  const result = shown.value.toNumber()
  const first = from.cells.get(number.fact)
  const isFirst = first?.sheet === sheet && first.address === cell.address
  const fact = from.facts.get(number.fact)
  const formulaOn = (place: string) =>
    first && !isFirst && first.value.eq(shown.value)
      ? addressFrom(place, first)
      : isFirst && fact && !isCircular(fact, from.facts)
        ? liveFormula(fact, shown, place, from.cells)
        : undefined
  const formula = formulaOn(sheet)
  cell.value = formula === undefined ? result : { formula, result, date1904: false }
  return formulaOn('')?.replaceAll(/(?<=')!([A-Z]+)(\d+)/g, '!$$$1$$$2')
}

function plain(text: string): string {
  // Excel reads _x000D_ as an escape; its underscore is escaped in turn, so that the words stay as typed.
  const clean = xmlText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length <= longest ? clean : `${clean.slice(0, longest).toWellFormed()}……（全文见Word文件）`
}
