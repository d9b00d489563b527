import type { SheetValue } from '../formats/sheets/raw-rows.ts'

const mostKept = 200

/** Watches columns of formulas for cells in which somebody typed a number over the formula. */
export function typedOverFormulas() {
  const columns = new Map<number, { formulas: number; numbers: number; cells: { row: number; value: string }[] }>()
  return {
    see(column: number, row: number, cell: SheetValue): void {
      const seen = columns.get(column) ?? { formulas: 0, numbers: 0, cells: [] }
      columns.set(column, seen)
      if (cell.formula) seen.formulas += 1
      else seen.numbers += 1
      if (!cell.formula && seen.cells.length < mostKept) seen.cells.push({ row, value: cell.text })
    },
    /** Numbers in a column of which at least three cells and four in five are formulas. */
    suspects(): { row: number; column: number; value: string }[] {
      return [...columns].flatMap(([column, { formulas, numbers, cells }]) =>
        formulas >= 3 && numbers * 4 <= formulas ? cells.map((cell) => ({ ...cell, column })) : [],
      )
    },
  }
}
