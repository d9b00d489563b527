import type { Cell, LineStart, Table } from '#domain/document.ts'
import { withLostMerges } from './lost-merges.ts'
import { rowsOfUnbroken } from './unbroken-table.ts'
import type { TextLine } from './read-text.ts'

/** What stands over a table of its own behind an empty line: 「附件2-1 …自评表」「表2：…情况表」「单位：万元」. */
const opensTable =
  /^(?:附件|附表|表)\s*[\d一二三四五六七八九十]+(?:[-—－.]\d+)?(?:[：:、.\s]|[^，。；]{2,36}表|$)|^[（(]?(?:金额)?单位[：:]\s*[万千]?元[)）]?$/

type Draft = { text: string; starts: LineStart[]; line: number }
const longest = 40

/** Whether a table saved from Word begins here: two cell lines (each led by one TAB, none inside) close together. */
export function startsSavedTable(lines: readonly TextLine[], at: number): boolean {
  if (!isCell(lines[at])) return false
  for (let next = at + 1; next < Math.min(lines.length, at + 8); next++) if (isCell(lines[next])) return true
  return false
}

/**
 * Rebuilds a table that Word saved as text: a cell is a line led by a TAB, a row is a run of such lines, an empty
 * line ends the row. A line without TAB goes on with the cell above it, also behind an empty line, as long as
 * another cell line follows soon; a double empty line or running prose ends the table. Some programs leave the empty
 * lines out: then the rows are told by what the cells hold.
 */
export function savedTable(lines: readonly TextLine[], from: number, number: number): { table: Table; next: number } {
  const rows: Draft[][] = [[]]
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at]!
    if (isCell(line)) rows.at(-1)!.push(cellFrom(line))
    else if (line.text.trim() === '') {
      const next = continuation(lines, at)
      if (next === 'end') break
      if (next === 'row') rows.push([])
    } else if (goesOn(lines, at)) append(rows, line)
    else break
  }
  const told = rows.filter((row) => row.length > 0)
  const filled = told.length === 1 ? rowsOfUnbroken(told[0]!, ({ text }) => text) : told
  const table: Table = {
    kind: 'table',
    number,
    rows: withLostMerges(filled.map((row, index) => row.map((draft, column) => cellOf(draft, index, column, number)))),
    locus: { line: lines[from]!.number, table: number },
  }
  return { table, next: at }
}

function isCell(line: TextLine | undefined): boolean {
  return line !== undefined && /^\t[^\t]*\t?$/.test(line.text)
}

/** What an empty line means: the row's end, an empty line inside a cell, or the table's end. */
function continuation(lines: readonly TextLine[], at: number): 'row' | 'inside' | 'end' {
  const next = lines[at + 1]
  if (isCell(next)) return 'row'
  if (!next || next.text.trim() === '') return isCell(lines[at + 2]) && next ? 'row' : 'end'
  return !opensTable.test(next.text.trim()) && !isHeading(lines, at + 1) && goesOn(lines, at + 1) ? 'inside' : 'end'
}

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])[^，。；：:]{2,30}$|^(?:附表?|表)\s*\d*[：:][^。；]{2,40}$/

/** A numbered heading alone between empty lines, over a row of heads: what follows is a table of its own. */
function isHeading(lines: readonly TextLine[], at: number): boolean {
  if (!numbered.test(lines[at]?.text.trim() ?? '') || lines[at + 1]?.text.trim() !== '') return false
  const end = lines.findIndex((line, index) => index > at + 1 && !isCell(line))
  const row = lines.slice(at + 2, end < 0 ? lines.length : end)
  return row.length >= 2 && row.every((line) => !/\d/.test(line.text) && line.text.trim() !== '')
}

/** A short line without TAB belongs to the cell above when another cell line follows within a few short lines. */
function goesOn(lines: readonly TextLine[], at: number): boolean {
  let blanks = 0
  for (let next = at; next < Math.min(lines.length, at + 10); next++) {
    const line = lines[next]!
    if (isCell(line)) return true
    if (line.text.trim() === '') {
      if (++blanks > 1 && lines[next - 1]!.text.trim() === '') return false
    } else if (line.text.length > longest || /[。！？]$/.test(line.text.trim())) return false
  }
  return false
}

function cellFrom(line: TextLine): Draft {
  const body = line.text.slice(1)
  const text = body.trim()
  return { text, starts: [[0, 0, line.number, 2 + body.indexOf(text)]], line: line.number }
}

function append(rows: Draft[][], line: TextLine): void {
  const cell = rows.findLast((row) => row.length > 0)?.at(-1)
  if (!cell) return
  const text = line.text.trim()
  if (cell.text !== '') cell.text += '\n'
  cell.starts.push([cell.text.length, 0, line.number, line.text.indexOf(text) + 1])
  cell.text += text
}

function cellOf(draft: Draft, row: number, column: number, table: number): Cell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: draft.text,
    locus: { line: draft.line, table, row: row + 1, cell: column + 1 },
    lines: draft.starts,
  }
}
