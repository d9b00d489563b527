import type { Cell, Document, Part, Table } from '#domain/document.ts'

/**
 * A document of one table drawn in text, for tests: a line is a row, 「|」 parts cells, 「^」 continues the cell above,
 * 「<」 the cell to the left, 「?」 is a cell that could not be read, 「\n」 written out is a line end in a cell.
 */
export function drawnTable(
  drawing: string,
  caption: readonly string[] = [],
  part: Partial<Part> = {},
): { document: Document; parts: Part[] } {
  const lines = drawing
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim()))
  const rows = lines.map((line, row) =>
    line.flatMap((text, column) => (text === '^' || text === '<' ? [] : [cellAt(lines, row, column, text)])),
  )
  const table: Table = { kind: 'table', number: 1, rows, locus: { table: 1 } }
  const blocks = [...caption.map((text) => ({ kind: 'paragraph', text, locus: {} }) as const), table]
  return {
    document: { file: '样表.docx', format: 'docx', blocks },
    parts: [{ index: 0, title: '样表', kind: 'other', year: 2023, from: 0, to: blocks.length, ...part }],
  }
}

function cellAt(lines: readonly (readonly string[])[], row: number, column: number, text: string): Cell {
  let rowSpan = 1
  while (lines[row + rowSpan]?.[column] === '^') rowSpan++
  let columnSpan = 1
  while (lines[row]?.[column + columnSpan] === '<') columnSpan++
  const unread = text === '?'
  const index = lines[row]!.slice(0, column).filter((each) => each !== '^' && each !== '<').length
  const locus = { table: 1, row: row + 1, cell: index + 1 }
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: unread ? '' : text.replaceAll(String.raw`\n`, '\n'),
    locus,
    ...(unread ? { unread } : {}),
  }
}
