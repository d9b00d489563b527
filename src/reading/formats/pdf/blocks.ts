import type { Block, Table } from '#domain/document.ts'
import { type Grid, holds } from './grids.ts'
import { type Line, lineFrom } from './lines.ts'
import { inReadingOrder } from './columns.ts'
import { withOpenTables } from './open-tables.ts'
import { type Margins, marginsOf, paragraphsOf } from './paragraphs.ts'
import { type FoundTable, ruledTable } from './ruled-tables.ts'
import { withoutRunningHeads } from './running-heads.ts'
import { type JoinedTable, continued, isContinued } from './table-joins.ts'

/** A page as read: all its lines, and the ruled tables on it. */
export type ReadPage = {
  readonly number: number
  readonly height: number
  readonly lines: readonly Line[]
  readonly grids: readonly Grid[]
}

type Piece = Line | FoundTable

/** The paragraphs and tables of a whole file in reading order; tables are numbered from 1. */
export function pdfBlocks(pages: readonly ReadPage[]): Block[] {
  const parts = pages.map(partsOf)
  const free = withoutRunningHeads(parts.map(({ free }, index) => ({ height: pages[index]!.height, lines: free })))
  const pieces = parts.flatMap(({ tables }, index) => inOrder(free[index]!, tables))
  const blocks: Block[] = []
  const margins = marginsByLine(pieces.filter(isLine))
  let lines: Line[] = []
  let tables = 0
  for (const piece of joinedTables(pieces)) {
    if (isLine(piece)) {
      lines.push(piece)
      continue
    }
    blocks.push(...paragraphsOf(lines, margins))
    lines = []
    blocks.push(numbered(piece, ++tables))
  }
  return [...blocks, ...paragraphsOf(lines, margins)]
}

function isLine(piece: Piece): piece is Line {
  return 'items' in piece
}

/** The tables of a page, and its lines without what stands in them. */
function partsOf(page: ReadPage): { tables: FoundTable[]; free: Line[] } {
  const tables: FoundTable[] = []
  const used: Grid[] = []
  for (const grid of page.grids.toSorted((a, b) => a.ys[0]! - b.ys[0]!)) {
    const lines = page.lines.flatMap((line) => {
      const items = line.items.filter((item) => !used.some((other) => holds(other, item)))
      return items.length > 0 ? [lineFrom(items, line.page)] : []
    })
    const table = ruledTable(grid, lines, page.number)
    if (!table) continue
    tables.push(table)
    used.push(grid)
  }
  const free = page.lines.flatMap((line) => {
    const items = line.items.filter((item) => !used.some((grid) => holds(grid, item)))
    return items.length > 0 ? [lineFrom(items, line.page)] : []
  })
  return { tables, free }
}

function inOrder(lines: readonly Line[], tables: readonly FoundTable[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const table of tables) {
    const to = lines.findIndex((line, index) => index >= from && line.base > table.top + line.size)
    const end = to < 0 ? lines.length : to
    pieces.push(...withOpenTables(inReadingOrder(lines.slice(from, end))), table)
    from = end
  }
  return [...pieces, ...withOpenTables(inReadingOrder(lines.slice(from)))]
}

/** Tables that run over the end of a page made one. */
function joinedTables(pieces: readonly Piece[]): (Line | JoinedTable)[] {
  const result: (Line | JoinedTable)[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (isLine(piece)) result.push(piece)
    else if (last && !isLine(last) && isContinued(last, piece)) result[result.length - 1] = continued(last, piece)
    else result.push({ ...piece, lastPage: piece.page })
  }
  return result
}

/** The margins of every line: pages are taken together while their lines keep to the same width. */
function marginsByLine(lines: readonly Line[]): Map<Line, Margins> {
  const result = new Map<Line, Margins>()
  const all = marginsOf(lines.filter(({ column }) => column === undefined))
  for (const own of Map.groupBy(lines, ({ page, column = 0 }) => `${page} ${column}`).values()) {
    const mine = marginsOf(own)
    const margins = own[0]?.column ? mine : own.length < 8 || Math.abs(mine.right - all.right) < 6 ? all : mine
    for (const line of own) result.set(line, margins)
  }
  return result
}

function numbered(table: JoinedTable, number: number): Table {
  const rows = table.rows.map((cells, row) =>
    cells.map((cell, index) => ({ ...cell, locus: { ...cell.locus, table: number, row: row + 1, cell: index + 1 } })),
  )
  return { kind: 'table', number, rows, locus: { page: table.page, line: table.line, table: number } }
}
