import type { PrintedTable } from '#domain/report/printed-report.ts'
import { gridOf } from './table-grid.ts'

/**
 * The heads within a form that stand again on the pages its rows run on to: rows `from` up to and without `to`. None where
 * another cell reaches into them.
 */
export function gridHeadOf(table: PrintedTable): { readonly from: number; readonly to: number } | undefined {
  const { gridHead, rows } = table
  if (!gridHead || gridHead.from === 0) return undefined
  const { from, rows: many } = gridHead
  const to = from + many
  const isCut = gridOf(table).some((row, y) =>
    row.some(({ covered, rowSpan }) => !covered && ((y < from && y + rowSpan > from) || (y < to && y + rowSpan > to))),
  )
  return isCut || to >= rows.length ? undefined : { from, to }
}
