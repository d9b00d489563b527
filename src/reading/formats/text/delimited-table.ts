import type { Cell, Table } from '#domain/document.ts'
import type { TextLine } from './read-text.ts'

/** Whether two lines in a row are table rows: cells between bars, or at least two cells between TABs. */
export function isDelimited(lines: readonly TextLine[], at: number): boolean {
  const mark = markOf(lines[at])
  return mark !== undefined && markOf(lines[at + 1]) === mark
}

/** Reads rows of cells between bars (also Markdown) or TABs, up to the first line that is none. */
export function delimitedTable(
  lines: readonly TextLine[],
  from: number,
  number: number,
): { table: Table; next: number } {
  const mark = markOf(lines[from])!
  const rows: Cell[][] = []
  let at = from
  for (; at < lines.length && markOf(lines[at]) === mark; at++) {
    const line = lines[at]!
    if (/^[\s|:+-]+$/.test(line.text)) continue
    rows.push(cellsOf(line, mark, rows.length, number))
  }
  return { table: { kind: 'table', number, rows, locus: { line: lines[from]!.number, table: number } }, next: at }
}

type Mark = '\t' | '|'

function markOf(line: TextLine | undefined): Mark | undefined {
  if (!line) return undefined
  if ((line.text.match(/[|｜]/g) ?? []).length >= 2) return '|'
  return line.text.trim().split(/\t+/).length >= 2 ? '\t' : undefined
}

function cellsOf(line: TextLine, mark: Mark, row: number, table: number): Cell[] {
  const pieces = mark === '|' ? line.text.split(/[|｜]/) : line.text.split('\t')
  const offsets = pieces.reduce<number[]>((list, piece, index) => [...list, (list[index] ?? 0) + piece.length + 1], [0])
  const first = mark === '|' && pieces[0]?.trim() === '' ? 1 : 0
  const last = mark === '|' && pieces.at(-1)?.trim() === '' ? pieces.length - 1 : pieces.length
  return pieces.slice(first, last).map((piece, column) => {
    const text = piece.trim()
    const start = (offsets[column + first] ?? 0) + Math.max(0, piece.indexOf(text)) + 1
    return {
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      locus: { line: line.number, table, row: row + 1, cell: column + 1 },
      lines: [[0, 0, line.number, start] as const],
    }
  })
}
