import type { Block, Cell, Table } from '#domain/document.ts'
import type { SheetCell } from './xlsx-grid.ts'

type Row = readonly SheetCell[]

/**
 * The blocks of one sheet: rows that hold one text alone, above, between and below its tables, are paragraphs; the rest
 * are tables, parted by blank rows where a title follows. Loci count rows and columns of the sheet, as Excel shows them.
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

/** The stretches of a sheet that belong together: a new one begins at a title row after a blank row. */
function sectionsOf(rows: readonly Row[]): Row[][] {
  const sections: Row[][] = []
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    const begins = above !== undefined && isBlank(above) && soleText(row) !== undefined && !reachesInto(rows, index)
    if (sections.length === 0 || begins) sections.push([])
    sections.at(-1)!.push(row)
  })
  return sections
}

/** Whether a merged cell from above runs through this row, so that it cannot be a title. */
function reachesInto(rows: readonly Row[], index: number): boolean {
  return rows.slice(Math.max(0, index - 50), index).some((row) => row.some((cell) => cell.row + cell.rowSpan > index))
}

function partsOf(section: readonly Row[]): { head: Row[]; body: Row[]; foot: Row[] } {
  const tallest = (row: Row) => row.some((cell) => cell.rowSpan > 1)
  let from = 0
  while (from < section.length && (isBlank(section[from]!) || (soleText(section[from]!) && !tallest(section[from]!))))
    from++
  let to = section.length
  while (to > from && (isBlank(section[to - 1]!) || isNote(section[to - 1]!))) to--
  const titles = (rows: readonly Row[]) => rows.filter((row) => soleText(row) !== undefined)
  return { head: titles(section.slice(0, from)), body: section.slice(from, to), foot: titles(section.slice(to)) }
}

function isBlank(row: Row): boolean {
  return row.every(({ text, unread }) => text === '' && !unread)
}

/** The one text of a row that holds nothing else. */
function soleText(row: Row): SheetCell | undefined {
  const filled = row.filter(({ text, unread }) => text !== '' || unread)
  return filled.length === 1 && filled[0]!.isText ? filled[0] : undefined
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
  const { row, column, columnSpan, text, hidden, unread } = cell
  return {
    row: row - first,
    column,
    rowSpan: Math.min(cell.rowSpan, last - row),
    columnSpan,
    text,
    locus: { table, row: row + 1, cell: column + 1 },
    ...(hidden ? { hidden } : {}),
    ...(unread ? { unread } : {}),
  }
}
