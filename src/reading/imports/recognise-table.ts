import type { ImportTable } from '#domain/imports/import-table.ts'
import type { Problem } from '#domain/problem.ts'
import { openRows } from '../formats/sheets/open-rows.ts'
import { type RawRow, type RowSource, RowsRefused } from '../formats/sheets/raw-rows.ts'
import { findHeader, headerDepth } from './find-header.ts'

/**
 * The tables whose heading fits the first sheet that fits any, the likeliest first: by the share of its headings that
 * mean something, then by how many do. Several where two fit alike: then a person must choose. The source is used up.
 * `problem`: why the file gave no rows in which to look.
 */
export async function recogniseTable(
  source: RowSource,
  tables: readonly ImportTable[],
): Promise<{ readonly found: readonly ImportTable[]; readonly problem?: Problem }> {
  try {
    for await (const { rows } of openRows(source)) {
      const found = fitting(rows.slice(0, headerDepth), tables)
      if (found.length > 0) return { found }
    }
    return { found: [] }
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error
    return { found: [], problem: error.problem }
  }
}

function fitting(rows: readonly RawRow[], tables: readonly ImportTable[]): readonly ImportTable[] {
  const scored = tables.flatMap((table) => {
    const header = findHeader(rows, table)
    if (!header) return []
    const missing = table.fields.filter(({ id, required }) => required && !header.columns.has(id)).length
    return [{ table, score: header.columns.size - header.unused.length - missing * 2 }]
  })
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === best).map(({ table }) => table)
}
