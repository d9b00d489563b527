import type { PrintedCell, PrintedTable } from '#domain/report/printed-report.ts'

/**
 * One place of a table's grid.
 *
 * column    first grid column, from 0
 * colSpan   columns it covers, never past the table's edge
 * rowSpan   rows it covers, never past the last row
 * covered   the cell began in a row above: nothing is printed here
 */
export type GridCell = {
  readonly cell: PrintedCell
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly covered: boolean
}

const blank: PrintedCell = { runs: [] }

/**
 * The rows of a table with every place filled: cells that another covers stand in each row they reach, rows that are too
 * short end in blank cells, and what goes past the edge is cut off.
 */
export function gridOf(table: PrintedTable): GridCell[][] {
  const columns = table.widths.length
  const reaching: ({ cell: GridCell; until: number } | undefined)[] = Array.from({ length: columns })
  return table.rows.map((row, at) => {
    const line: GridCell[] = []
    let next = 0
    for (let column = 0; column < columns;) {
      const above = reaching[column]
      const placed =
        above && above.until > at
          ? { ...above.cell, covered: true }
          : place(row[next++] ?? blank, column, freeFrom(reaching, column, at), table.rows.length - at)
      line.push(placed)
      const end = column + placed.colSpan
      if (!placed.covered && placed.rowSpan > 1)
        for (let under = column; under < end; under += 1) reaching[under] = { cell: placed, until: at + placed.rowSpan }
      column = end
    }
    return line
  })
}

function place(cell: PrintedCell, column: number, free: number, rowsLeft: number): GridCell {
  const colSpan = Math.max(1, Math.min(cell.colSpan ?? 1, free))
  const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, rowsLeft))
  return { cell, column, colSpan, rowSpan, covered: false }
}

function freeFrom(reaching: readonly ({ until: number } | undefined)[], column: number, at: number): number {
  let end = column
  while (end < reaching.length && (reaching[end]?.until ?? 0) <= at) end += 1
  return end - column
}

/** Column widths in whole units that add up to `total` exactly. */
export function widthsOf(table: PrintedTable, total: number): number[] {
  const sum = table.widths.reduce((all, width) => all + width, 0) || 1
  let before = 0
  let placed = 0
  return table.widths.map((width) => {
    before += width
    const edge = Math.round((before / sum) * total)
    const own = edge - placed
    placed = edge
    return own
  })
}
