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
    /** Numbers in a column that holds formulas but for them: one among two or more, or one in five. */
    suspects(): { row: number; column: number; value: string }[] {
      return [...columns].flatMap(([column, { formulas, numbers, cells }]) =>
        formulas >= 2 && (numbers === 1 || numbers * 4 <= formulas) ? cells.map((cell) => ({ ...cell, column })) : [],
      )
    },
  }
}
