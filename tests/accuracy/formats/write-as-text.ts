import { type Block, type Report, type TableCell, plain } from '../report.ts'

/** Word «save as text»: every cell on a line of its own after a TAB, a blank line between rows. */
export function writeAsFlatText(report: Report): Uint8Array {
  return new TextEncoder().encode(report.blocks.map((block) => flatBlock(block)).join('\n\n'))
}

function flatBlock(block: Block): string {
  if (block.is !== 'table') return plain(block.tokens)
  const covered: number[] = []
  return block.rows.map((row) => flatRow(row, covered)).join('\n\n')
}

/** Cells covered from above leave a blank cell at their column, as Word's text export does. */
function flatRow(row: readonly TableCell[], covered: number[]): string {
  const lines: string[] = []
  let column = 0
  const skip = (): void => {
    while ((covered[column] ?? 0) > 0) {
      covered[column] = covered[column]! - 1
      lines.push('\t')
      column += 1
    }
  }
  for (const each of row) {
    skip()
    lines.push(`\t${plain(each.tokens)}`)
    for (let at = column; at < column + each.columns; at += 1) covered[at] = each.rows - 1
    column += each.columns
  }
  skip()
  return lines.join('\n')
}

/** Text copied from a page: the cells of a row on one line, TABs between. */
export function writeAsTabbedText(report: Report): Uint8Array {
  const lines = report.blocks.map((block) => {
    if (block.is !== 'table') return plain(block.tokens)
    return gridOf(block.rows)
      .map((row) => row.join('\t'))
      .join('\n')
  })
  return new TextEncoder().encode(lines.join('\n'))
}

/** Texts by grid column; covered places are blank. */
export function gridOf(rows: readonly (readonly TableCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  for (const { each, row, column } of placedCells(rows)) {
    for (let down = row; down < row + each.rows; down += 1) {
      for (let at = column; at < column + each.columns; at += 1) (grid[down] ??= [])[at] = ''
    }
    grid[row]![column] = plain(each.tokens)
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

export type PlacedCell = { each: TableCell; row: number; column: number }

/** Every cell with its grid column, counting from 0. */
export function placedCells(rows: readonly (readonly TableCell[])[]): PlacedCell[] {
  const taken = new Set<string>()
  const placed: PlacedCell[] = []
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const each of cells) {
      while (taken.has(`${row},${column}`)) column += 1
      placed.push({ each, row, column })
      for (let down = row; down < row + each.rows; down += 1) {
        for (let at = column; at < column + each.columns; at += 1) taken.add(`${down},${at}`)
      }
      column += each.columns
    }
  }
  return placed
}
