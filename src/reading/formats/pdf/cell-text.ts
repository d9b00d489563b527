import type { LineStart } from '#domain/document.ts'
import { type PlacedItem, isWide } from './items.ts'
import { joinedItems } from './lines.ts'

export type CellText = { readonly text: string; readonly lines: readonly LineStart[] }
type Row = { readonly text: string; readonly width: number; readonly size: number; readonly start: LineStart }

const number = /^[+-]?[\d,，]*\.?\d*[%‰]?$/

/**
 * The text of a cell from its items. A line that left no room for the next character was wrapped and goes on without
 * a break; any other line end stays as '\n'. Figures are joined over a line end only when one number comes out.
 *
 * width  of the cell in points
 */
export function cellText(items: readonly PlacedItem[], page: number, width: number): CellText {
  let text = ''
  const lines: LineStart[] = []
  let last: Row | undefined
  for (const row of rowsOf(items, page)) {
    if (last) text += continues(last, row, width) ? '' : '\n'
    lines.push([text.length, row.start[1], row.start[2], row.start[3]])
    text += row.text
    last = row
  }
  return { text, lines }
}

function rowsOf(items: readonly PlacedItem[], page: number): Row[] {
  const rows: PlacedItem[][] = []
  for (const item of items.toSorted((a, b) => a.base - b.base || a.x0 - b.x0)) {
    const first = rows.at(-1)?.[0]
    if (first && item.base - first.base < 0.4 * first.size) rows.at(-1)!.push(item)
    else rows.push([item])
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x0 - b.x0)
    const first = sorted[0]!
    const width = Math.max(...sorted.map((item) => item.x1)) - first.x0
    return { text: joinedItems(sorted).text, width, size: first.size, start: [0, page, first.line, first.column] }
  })
}

/** Word leaves 5.4 points free at either side of a cell. */
const padding = 10.8

function continues(above: Row, below: Row, width: number): boolean {
  const left = above.text.match(/[\d.,，%‰+-]+$/)?.[0] ?? ''
  const right = below.text.match(/^[\d.,，%‰]+/)?.[0] ?? ''
  const full = above.width + firstWordWidth(below) > width - padding
  if (left === '' || right === '') return full
  return full && /^[%‰]$|\d/.test(right) && number.test(left + right)
}

/** How much room the first piece that cannot be broken takes: one Chinese character, or a word or number. */
function firstWordWidth(row: Row): number {
  const first = row.text[0] ?? ''
  if (isWide(first)) return row.size * 0.95
  if (row.text.length <= 3) return row.width
  return (row.text.match(/^[!-~]+/)?.[0].length ?? 1) * row.size * 0.5
}
