import type { Cell } from '#domain/document.ts'
import { cellText } from './cell-text.ts'
import { type Grid, type GridCell, holds, middleOf, reachOf } from './grids.ts'
import { type PlacedItem, isWide, withoutSetSpaces } from './items.ts'
import type { Line } from './lines.ts'

/** A table found on a page, before it is numbered: `xs` are its column edges; top and bottom in points. */
export type FoundTable = {
  readonly page: number
  readonly line: number
  readonly xs: readonly number[]
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly Cell[])[]
}

/** Reads a ruled table: every item goes to the cell its middle lies in. Undefined when no text stands in it. */
export function ruledTable(grid: Grid, lines: readonly Line[], page: number): FoundTable | undefined {
  const cellAt = cellLookup(grid)
  const held = new Map<GridCell, PlacedItem[]>()
  const unsure = new Set<GridCell>()
  let first = 0
  for (const line of lines) {
    for (const item of line.items.filter((item) => holds(grid, item))) {
      first ||= line.number
      for (const piece of piecesOf(item, grid, cellAt)) {
        if (!piece.cell) continue
        held.set(piece.cell, [...(held.get(piece.cell) ?? []), piece.item])
        if (piece.unsure || !piece.cell.whole) unsure.add(piece.cell)
      }
    }
  }
  if (held.size < 2) return undefined
  const rows: Cell[][] = grid.ys.slice(1).map(() => [])
  for (const cell of grid.cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const width = grid.xs[cell.column + cell.columnSpan]! - grid.xs[cell.column]!
    const { text, lines } = cellText(held.get(cell) ?? [], page, width)
    const { row, column, rowSpan, columnSpan } = cell
    const locus = { page, ...(lines[0] ? { line: lines[0][2] } : {}) }
    const shape = { row, column, rowSpan, columnSpan, text, locus, ...(lines[0] ? { lines } : {}) }
    rows[cell.row]!.push(unsure.has(cell) ? { ...shape, unread: true } : shape)
  }
  const [, top, , bottom] = reachOf(grid)
  return { page, line: first, xs: grid.xs, top, bottom, rows }
}

type Lookup = (x: number, y: number) => GridCell | undefined
type Piece = { item: PlacedItem; cell: GridCell | undefined; unsure: boolean }

function cellLookup(grid: Grid): Lookup {
  const columns = grid.xs.length - 1
  const map: GridCell[] = []
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        map[row * columns + column] = cell
    }
  }
  return (x, y) => map[grid.ys.findLastIndex((at) => at <= y) * columns + grid.xs.findLastIndex((at) => at <= x)]
}

/** An item cut where it runs through walls. A cut that does not fall on a space leaves both cells unsure. */
function piecesOf(item: PlacedItem, grid: Grid, cellAt: Lookup): Piece[] {
  const [x, y] = middleOf(item)
  const slack = item.size * 0.35
  const walls = grid.xs.filter((at) => {
    if (at < item.x0 + slack || at > item.x1 - slack) return false
    return cellAt(at - 0.1, y) !== cellAt(at + 0.1, y)
  })
  if (walls.length === 0) return [{ item, cell: cellAt(x, y), unsure: false }]
  const whole = item.spaced ?? item.text
  const edges = characterEdges(whole, item)
  const pieces: Piece[] = []
  let from = 0
  let clean = true
  for (const wall of [...walls, Infinity]) {
    const nearest = wall === Infinity ? whole.length : cutNear(whole, edges, wall, item.size)
    const text = whole.slice(from, nearest)
    const cut = wall === Infinity || whole[nearest] === ' '
    if (text.trim() !== '') {
      const lead = text.length - text.trimStart().length
      const part = {
        ...item,
        text: withoutSetSpaces(text),
        x0: edges[from + lead]!,
        x1: edges[nearest]!,
        column: item.column + withoutSetSpaces(whole.slice(0, from + lead)).length,
      }
      pieces.push({ item: part, cell: cellAt((part.x0 + part.x1) / 2, y), unsure: !(clean && cut) })
    }
    clean = cut
    from = nearest
  }
  return pieces
}

/** Where each character of an item begins, and where the last ends, were all half or full width. */
function characterEdges(text: string, item: PlacedItem): number[] {
  const widths = text.split('').map((character) => (isWide(character) ? 2 : 1))
  const unit = (item.x1 - item.x0) / widths.reduce((sum, width) => sum + width, 0)
  const edges = [item.x0]
  for (const width of widths) edges.push(edges.at(-1)! + width * unit)
  return edges
}

/** At the space nearest to the wall, where one is near: beside a Chinese character also typesetting leaves gaps. */
function cutNear(text: string, edges: readonly number[], wall: number, size: number): number {
  const reach = (at: number) => (isWide(text[at - 1] ?? '') || isWide(text[at + 1] ?? '') ? 0.75 : 1.5) * size
  const spaces = edges.flatMap((at, index) =>
    text[index] === ' ' && Math.abs(at - wall) < reach(index) ? [index] : [],
  )
  const choices = spaces.length > 0 ? spaces : edges.map((_, index) => index)
  const distance = (index: number) => Math.abs(edges[index]! - wall)
  return choices.reduce((best, index) => (distance(index) < distance(best) ? index : best))
}
