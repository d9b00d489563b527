import type { CellPosition } from 'ag-grid-community'
import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, textOf, valueIn } from './column.ts'
import { columnId } from './column-defs.ts'

/**
 * What goes to a spreadsheet when a person copies: the chosen lines with their headings, or the one cell that has the
 * focus; undefined where there is neither.
 */
export function textCopied(
  columns: readonly Column[],
  chosen: readonly EntryLine[],
  cell: CellPosition | null | undefined,
  lines: readonly EntryLine[],
): string | undefined {
  if (chosen.length > 0) {
    const rows = chosen.map(({ entry }) => columns.map((column) => cellText(column, entry)))
    return [columns.map(({ title }) => title), ...rows].map((row) => row.map(quoted).join('\t')).join('\r\n')
  }
  const line = cell ? lines[cell.rowIndex] : undefined
  const column = columns.find((each) => columnId(each) === cell?.column.getColId())
  return line && column ? cellText(column, line.entry) : undefined
}

function cellText(column: Column, entry: EntryLine['entry']): string {
  return textOf(column, valueIn(column, entry))
}

/** As spreadsheets quote a cell that holds a tab, a line end or a quote. */
function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
