import type { Cell, Document, Part, Table } from '#domain/document.ts'
import type { FoundNumber } from '../../numbers.ts'
import { cellNumber, isNothing } from './cell-number.ts'
import { compact } from './labels.ts'
import { toldScore } from './told-score.ts'

/**
 * A cell in its grid.
 *
 * row, index  place in `table.rows`; column: first grid column
 * text        without whitespace, brackets and colons narrowed
 * kind        number: nothing but a number with its unit · nothing: blank or 「—」 · words · unread
 */
export type Slot = {
  readonly cell: Cell
  readonly row: number
  readonly index: number
  readonly column: number
  readonly text: string
  readonly kind: 'number' | 'nothing' | 'words' | 'unread'
  readonly number?: FoundNumber
}
export type GridRow = { readonly index: number; readonly slots: readonly Slot[]; readonly width: number }

/**
 * A table with its merged cells spread out.
 *
 * caption   paragraphs right above it, nearest first, and the sheet's name
 * at        the cell that covers a row and column, wherever it begins
 */
export type Grid = {
  readonly block: number
  readonly part: Part
  readonly table: Table
  readonly rows: readonly GridRow[]
  readonly width: number
  readonly caption: readonly string[]
  readonly pdf: boolean
  at(row: number, column: number): Slot | undefined
}

const longestCaption = 80
const captionLines = 4

/** The grid of a table block. */
export function gridOf(document: Document, block: number, table: Table, part: Part): Grid {
  const covering: (Slot | undefined)[][] = table.rows.map(() => [])
  const rows = table.rows.map((cells, row) => cells.map((cell, index) => slotOf(cell, row, index)))
  for (const slots of rows) for (const slot of slots) spread(covering, slot)
  const grid = rows.map((slots, index) => ({ index, slots, width: covering[index]?.length ?? 0 }))
  return {
    block,
    part,
    table,
    rows: grid,
    width: grid.reduce((most, row) => Math.max(most, row.width), 0),
    caption: captionOf(document, block, part, table),
    pdf: document.format === 'pdf',
    at: (row, column) => covering[row]?.[column],
  }
}

function slotOf(cell: Cell, row: number, index: number): Slot {
  const text = compact(cell.text)
  const { column } = cell
  if (cell.unread) return { cell, row, index, column, text, kind: 'unread' }
  if (isNothing(cell.text)) return { cell, row, index, column, text, kind: 'nothing' }
  // What stands first in its row is a label: 「合计100」.
  const number = cellNumber(cell.text) ?? (index > 0 ? toldScore(cell.text) : undefined)
  return number
    ? { cell, row, index, column, text, kind: 'number', number }
    : { cell, row, index, column, text, kind: 'words' }
}

function spread(covering: (Slot | undefined)[][], slot: Slot): void {
  const { rowSpan, columnSpan } = slot.cell
  for (let row = slot.row; row < Math.min(slot.row + Math.max(1, rowSpan), covering.length); row++) {
    const line = covering[row]!
    for (let column = slot.column; column < slot.column + Math.max(1, columnSpan); column++) line[column] ??= slot
  }
}

function captionOf(document: Document, block: number, part: Part, table: Table): string[] {
  const lines: string[] = table.name ? [compact(table.name)] : []
  for (let at = block - 1; at >= part.from && lines.length < captionLines; at--) {
    const above = document.blocks[at]
    if (above?.kind !== 'paragraph' || above.text.length > longestCaption) break
    if (above.text.trim()) lines.push(compact(above.text))
  }
  return lines
}
