import type { GridCell } from './table-grid.ts'
import { charactersWide } from './title-measure.ts'
import { textOf } from '../xlsx/form-sheets.ts'

/** Type of a table: `size` and the height of a `line` in points, room `across` beside the words of a cell. */
export type CellType = { readonly size: number; readonly line: number; readonly across: number }

/** About how high the words of each row are, in points: the longest that stand in that row alone. */
export function wordHeights(
  grid: readonly (readonly GridCell[])[],
  widths: readonly number[],
  type: CellType,
): number[] {
  return grid.map((row) =>
    Math.max(type.line, ...row.filter(({ rowSpan }) => rowSpan === 1).map((placed) => heightOf(placed, widths, type))),
  )
}

function heightOf({ cell, column, colSpan }: GridCell, widths: readonly number[], type: CellType): number {
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0) - type.across
  const across = Math.max(1, Math.floor(width / type.size))
  const lines = textOf(cell.runs)
    .split('\n')
    .map((text) => linesOf(charactersWide(text), across))
  return lines.reduce((sum, each) => sum + each, 0) * type.line
}

/** A mark of punctuation opens no line: where words run over one, its lines hold half a character less. */
function linesOf(wide: number, across: number): number {
  return wide <= across ? 1 : Math.ceil(wide / Math.max(1, across - 0.5))
}
