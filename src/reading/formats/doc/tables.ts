import type { Cell } from '#domain/document.ts'
import type { RowShape } from './rows.ts'

/** A row of a table as its cells' texts and, where the file keeps it, its shape. */
export type DocRow = { readonly texts: readonly string[]; readonly shape: RowShape }

const tolerance = 30

/**
 * The grid of a table. Cells stand where their edges say, merged ones once; where a row's shape is missing,
 * cells are counted from the left and blank ones stay blank.
 */
export function docCells(rows: readonly DocRow[], table: number): Cell[][] {
  const shaped = rows.every(({ texts, shape }) => shape.edges.length === texts.length + 1)
  const edges = shaped ? edgesOf(rows) : []
  const open = new Map<number, { rowSpan: number }>()
  return rows.map(({ texts, shape }, row) => {
    const cells: (Cell & { rowSpan: number; columnSpan: number })[] = []
    texts.forEach((text, index) => {
      const column = shaped ? placeOf(edges, shape.edges[index]!) : index
      const columnSpan = shaped ? Math.max(1, placeOf(edges, shape.edges[index + 1]!) - column) : 1
      const above = shaped && shape.below[index] ? open.get(column) : undefined
      const before = cells.at(-1)
      if (above && text === '') above.rowSpan++
      else if (shaped && shape.after[index] && text === '' && before) before.columnSpan += columnSpan
      else {
        const locus = { table, row: row + 1, cell: cells.length + 1 }
        const cell = { row, column, rowSpan: 1, columnSpan, text, locus }
        cells.push(cell)
        if (shaped) open.set(column, cell)
      }
    })
    return cells
  })
}

function edgesOf(rows: readonly DocRow[]): number[] {
  const all = [...new Set(rows.flatMap(({ shape }) => shape.edges))].sort((a, b) => a - b)
  return all.filter((edge, index) => index === 0 || edge - all[index - 1]! > tolerance)
}

function placeOf(edges: readonly number[], edge: number): number {
  return Math.max(
    0,
    edges.findLastIndex((at) => at <= edge),
  )
}
