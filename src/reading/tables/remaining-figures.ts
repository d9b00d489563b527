import { type Cell, type Document, type Part, holderOf } from '#domain/document.ts'
import type { FigureMaker } from '../figure-maker.ts'
import { cellNumber } from './grids/cell-number.ts'
import { unitInText } from './grids/unit-in-text.ts'

/**
 * Makes figures of the numbers that fill table cells and that no known form or total has claimed: they are only
 * numbers with a unit, from the label before them or the head above, but they can be shown and compared.
 */
export function makeRemainingFigures(document: Document, parts: readonly Part[], maker: FigureMaker): void {
  const known = new Set(maker.figures.map(({ place }) => holderOf(document, place)))
  for (const part of parts) {
    for (let block = part.from; block < part.to; block++) {
      const table = document.blocks[block]
      if (table?.kind !== 'table') continue
      for (const [row, cells] of table.rows.entries()) {
        for (const [cell, own] of cells.entries()) {
          const { text, unread } = own
          if (unread || !digit.test(text) || known.has(own)) continue
          // 「≥410」 is a number too, however it is bounded.
          const found = cellNumber(text.replace(/^\s*[≥≤=＝≧≦]/, (sign) => ' '.repeat(sign.length)))
          if (found) maker.make({ part: part.index, block, row, cell }, text, found, unitFor(table.rows, row, cell))
        }
      }
    }
  }
}

/** Most cells hold words: only of the others is it looked up whether they were read. */
const digit = /[\d０-９]/

function unitFor(rows: readonly (readonly Cell[])[], row: number, cell: number): ReturnType<typeof unitInText> {
  const before = rows[row]?.[cell - 1]
  const column = rows[row]?.[cell]?.column
  const head = rows[0]?.find((each) => each.column === column)
  return (before && unitInText(before.text)) ?? (head && row > 0 ? unitInText(head.text) : undefined)
}
