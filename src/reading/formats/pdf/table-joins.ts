import type { Cell } from '#domain/document.ts'
import type { FoundTable } from './ruled-tables.ts'

/** A table over one or more pages; each row knows its page by its cells. */
export type JoinedTable = FoundTable & { readonly lastPage: number }

const near = 4

/**
 * Whether `next`, first on its page, goes on with `table`, last on the page before: the same left and right edge, and
 * every wall of the one with fewer columns is a wall of the other, which only shows cells the first has merged.
 */
export function isContinued(table: JoinedTable, next: FoundTable): boolean {
  const [few, many] = table.xs.length <= next.xs.length ? [table.xs, next.xs] : [next.xs, table.xs]
  const meets = (x: number | undefined, other: number | undefined) => Math.abs((x ?? 0) - (other ?? 0)) < near
  return (
    next.page === table.lastPage + 1 &&
    few.length > 2 &&
    meets(few[0], many[0]) &&
    meets(few.at(-1), many.at(-1)) &&
    few.every((x) => many.some((other) => meets(x, other)))
  )
}

/** All walls of both parts, those that coincide once. */
function commonWalls(one: readonly number[], two: readonly number[]): number[] {
  const walls = [...one, ...two].toSorted((left, right) => left - right)
  return walls.filter((x, at) => at === 0 || x - walls[at - 1]! >= near)
}

/** The rows with their cells placed between the common walls. */
function replaced(rows: readonly (readonly Cell[])[], xs: readonly number[], walls: readonly number[]): Cell[][] {
  const at = (index: number) => {
    const x = xs[Math.min(index, xs.length - 1)] ?? 0
    const distances = walls.map((wall) => Math.abs(wall - x))
    return distances.indexOf(Math.min(...distances))
  }
  return rows.map((row) =>
    row.map((cell) => {
      const column = at(cell.column)
      return { ...cell, column, columnSpan: Math.max(1, at(cell.column + cell.columnSpan) - column) }
    }),
  )
}

/** Both parts as one table; header rows printed again on the later page are left out. */
export function continued(table: JoinedTable, next: FoundTable): JoinedTable {
  const walls = commonWalls(table.xs, next.xs)
  const above = replaced(table.rows, table.xs, walls)
  const below = replaced(next.rows, next.xs, walls)
  const repeated = repeatedHeader(above, below)
  const shift = above.length - repeated
  const rows = below.slice(repeated).map((row) => row.map((cell) => ({ ...cell, row: cell.row + shift })))
  return { ...table, xs: walls, rows: [...above, ...rows], lastPage: next.page, bottom: next.bottom }
}

const mostRepeated = 5

/** How many rows of the later page only print again the rows the table began with, or heads within a form. */
function repeatedHeader(rows: readonly (readonly Cell[])[], next: readonly (readonly Cell[])[]): number {
  const fromTop = repeatedFrom(rows, next)
  if (fromTop > 0) return fromTop
  const [first] = next
  const at = first && isHeads(first) ? rows.findIndex((row) => isSameRow(row, first)) : -1
  return at < 0 ? 0 : repeatedFrom(rows.slice(at), next)
}

function repeatedFrom(rows: readonly (readonly Cell[])[], next: readonly (readonly Cell[])[]): number {
  let same = 0
  while (same < mostRepeated && same < next.length - 1 && next[same]!.length > 0 && isSameRow(rows[same], next[same]!))
    same++
  while (same > 0 && next.slice(0, same).some((row) => row.some((cell) => cell.row + cell.rowSpan > same))) same--
  return same
}

/** A row of several heads, none of them a number. */
function isHeads(row: readonly Cell[]): boolean {
  return (
    row.filter(({ text }) => text !== '').length > 3 && row.every(({ text }) => !/^[≥≤<>=＝]?[\d.,]+\D?$/.test(text))
  )
}

function isSameRow(row: readonly Cell[] | undefined, next: readonly Cell[]): boolean {
  return (
    row?.length === next.length &&
    row.some(({ text }) => text !== '') &&
    row.every(({ text }, index) => text === next[index]!.text)
  )
}
