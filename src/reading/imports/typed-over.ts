import type { SheetValue } from '../formats/sheets/raw-rows.ts'

const mostKept = 200

type Column = { readonly first: number; formulas: number; numbers: number; cells: { row: number; value: string }[] }

/** Watches columns of formulas for cells in which somebody typed a number over the formula. */
export function typedOverFormulas() {
  const columns: (Column | undefined)[] = []
  return {
    see(column: number, row: number, cell: SheetValue): void {
      const seen = (columns[column] ??= { first: row, formulas: 0, numbers: 0, cells: [] })
      if (cell.formula) {
        seen.formulas += 1
        return
      }
      seen.numbers += 1
      if (seen.cells.length < mostKept) seen.cells.push({ row, value: cell.text })
    },
    /**
     * Numbers in a column that holds formulas but for them: one among two or more, or one in five. `begins`: it is the
     * first of its column, as a series of numbers begins whose others count on from it.
     */
    suspects(): { row: number; column: number; value: string; begins: boolean }[] {
      return columns.flatMap((seen, column) => {
        if (!seen || seen.formulas < 2 || (seen.numbers > 1 && seen.numbers * 4 > seen.formulas)) return []
        return seen.cells.map((cell) => ({ ...cell, column, begins: cell.row === seen.first }))
      })
    },
  }
}
