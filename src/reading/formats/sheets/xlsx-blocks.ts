import type { Block, Cell, Table } from '#domain/document.ts'
import { isBlank, sectionsOf, soleText } from './sheet-sections.ts'
import type { SheetCell } from './xlsx-grid.ts'

type Row = readonly SheetCell[]

/**
 * The blocks of one sheet: rows that hold one text alone, above, between and below its tables, are paragraphs; the rest
 * are tables, each section of the sheet with one at most. Loci count rows and columns of the sheet, as Excel shows them.
 *
 * before  number of tables in the sheets before
 */
export function sheetBlocks(name: string, rows: readonly Row[], before: number): Block[] {
  const blocks: Block[] = []
  let tables = before
  for (const section of sectionsOf(rows)) {
    const { head, body, foot } = partsOf(section)
    const number = tables + 1
    blocks.push(...head.map((row) => titleOf(row, number)))
    if (body.length > 0) blocks.push(tableOf(name, body, ++tables))
    blocks.push(...foot.map((row) => titleOf(row, Math.max(tables, before + 1))))
  }
  return blocks
}

function partsOf(section: readonly Row[]): { head: Row[]; body: Row[]; foot: Row[] } {
  const tallest = (row: Row) => row.some((cell) => cell.rowSpan > 1)
  let from = 0
  while (from < section.length && (isBlank(section[from]!) || (soleText(section[from]!) && !tallest(section[from]!))))
    from++
  const to = endOfTable(section, from)
  const titles = (rows: readonly Row[]) => rows.filter((row) => soleText(row) !== undefined)
  return { head: titles(section.slice(0, from)), body: section.slice(from, to), foot: titles(section.slice(to)) }
}

/** Below a table stand notes and paragraphs, their headings among them; a label whose other cells are blank is a row of it. */
function endOfTable(section: readonly Row[], from: number): number {
  let end = section.length
  for (let at = section.length; at > from; at--) {
    const row = section[at - 1]!
    if (isBlank(row) || isNote(row) || (end === at && end < section.length && isHeading(row))) end = at - 1
    else if (soleText(row) === undefined) break
  }
  return end
}

function isHeading(row: Row): boolean {
  return /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/.test(soleText(row)?.text ?? '')
}

function isNote(row: Row): boolean {
  const cell = soleText(row)
  return (
    cell !== undefined &&
    (/^(?:注|说明|备注|填表|制表|单位负责人|审核)/.test(cell.text) ||
      (cell.text.length >= 30 && /[。；]/.test(cell.text)))
  )
}

function titleOf(row: Row, table: number): Block {
  const { text, row: at, column } = soleText(row)!
  return { kind: 'paragraph', text: text.replaceAll('\n', ''), locus: { table, row: at + 1, cell: column + 1 } }
}

function tableOf(name: string, body: readonly Row[], number: number): Table {
  const first = body[0]?.[0]?.row ?? 0
  const last = first + body.length
  const rows = body.map((row) => row.map((cell) => cellOf(cell, number, first, last)))
  return { kind: 'table', number, rows, name, locus: { table: number, row: first + 1 } }
}

function cellOf(cell: SheetCell, table: number, first: number, last: number): Cell {
  const { row, column, columnSpan, text, hidden, unread, typedOver } = cell
  return {
    row: row - first,
    column,
    rowSpan: Math.min(cell.rowSpan, last - row),
    columnSpan,
    text,
    locus: { table, row: row + 1, cell: column + 1 },
    ...(hidden ? { hidden } : {}),
    ...(unread ? { unread } : {}),
    ...(typedOver ? { typedOver } : {}),
  }
}
