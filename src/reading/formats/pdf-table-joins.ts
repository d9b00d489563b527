import type { Cell } from '#domain/document.ts'
import type { FoundTable } from './pdf-ruled-tables.ts'

/** A table over one or more pages; each row knows its page by its cells. */
export type JoinedTable = FoundTable & { readonly lastPage: number }

/** Whether `next`, first on its page, goes on with `table`, last on the page before: the same columns. */
export function isContinued(table: JoinedTable, next: FoundTable): boolean {
  return (
    next.page === table.lastPage + 1 &&
    next.xs.length === table.xs.length &&
    next.xs.every((x, index) => Math.abs(x - table.xs[index]!) < 4)
  )
}

/** Both parts as one table; header rows printed again on the later page are left out. */
export function continued(table: JoinedTable, next: FoundTable): JoinedTable {
  const repeated = repeatedHeader(table.rows, next.rows)
  const shift = table.rows.length - repeated
  const rows = next.rows.slice(repeated).map((row) => row.map((cell) => ({ ...cell, row: cell.row + shift })))
  return { ...table, rows: [...table.rows, ...rows], lastPage: next.page, bottom: next.bottom }
}

function repeatedHeader(rows: readonly (readonly Cell[])[], next: readonly (readonly Cell[])[]): number {
  let same = 0
  while (same < 5 && same < next.length - 1 && next[same]!.length > 0 && isSameRow(rows[same], next[same]!)) same++
  while (same > 0 && next.slice(0, same).some((row) => row.some((cell) => cell.row + cell.rowSpan > same))) same--
  return same
}

function isSameRow(row: readonly Cell[] | undefined, next: readonly Cell[]): boolean {
  return (
    row?.length === next.length &&
    row.some(({ text }) => text !== '') &&
    row.every(({ text }, index) => text === next[index]!.text)
  )
}
