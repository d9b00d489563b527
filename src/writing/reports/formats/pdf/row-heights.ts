import { charactersWide } from '../title-measure.ts'
import type { GridCell } from '../table-grid.ts'
import { textOf } from '../xlsx/form-sheets.ts'

const character = 10.5
const line = 14.2
/** Points beside and above and below the words of a cell, both sides together. */
export const inset = { across: 6, down: 11 }

/** About how high each row of a table is printed, in points: as high as the longest words that stand in that row alone. */
export function rowHeights(grid: readonly (readonly GridCell[])[], widths: readonly number[]): number[] {
  return grid.map((row) =>
    Math.max(
      line + inset.down,
      ...row.filter(({ rowSpan }) => rowSpan === 1).map((placed) => heightOf(placed, widths)),
    ),
  )
}

function heightOf({ cell, column, colSpan }: GridCell, widths: readonly number[]): number {
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0) - inset.across
  const across = Math.max(1, Math.floor(width / character))
  const lines = textOf(cell.runs)
    .split('\n')
    .map((text) => Math.max(1, Math.ceil(charactersWide(text) / across)))
  return lines.reduce((sum, each) => sum + each, 0) * line + inset.down
}
