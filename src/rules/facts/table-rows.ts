import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

/** A table row as text may cite it: the words of its cells without numbering and brackets, and its numbers. */
export type TableRow = {
  readonly block: number
  readonly row: number
  readonly labels: readonly string[]
  readonly figures: readonly Figure[]
}

/** More than a table has. */
const mostRows = 2 ** 26

/** The rows of all tables that hold numbers. */
export const tableRows = onceFor((reading: Reading): readonly TableRow[] => {
  const inTables = reading.figures.filter(({ place }) => place.row !== undefined)
  const byRow = Map.groupBy(inTables, ({ place }) => place.block * mostRows + place.row!)
  return [...byRow.values()].map((figures) => {
    const { block, row = 0 } = figures[0]!.place
    const table = reading.document.blocks[block]
    const cells = table?.kind === 'table' ? (table.rows[row] ?? []) : []
    return {
      block,
      row,
      labels: cells.flatMap(({ text }) => labelIn(text) ?? []),
      figures,
    }
  })
})

/** What a cell calls its row; a bare number calls it nothing. */
function labelIn(text: string): string | undefined {
  if (text.length < 2 || bareNumber.test(text)) return undefined
  const label = bareLabel(text)
  return label.length >= 2 ? label : undefined
}

const bareNumber = /^[\d.,%\s]*\d[\d.,%\s]*$/

/** Most labels have nothing to take off. */
const toTakeOff = /[\s、.．（()）：:“”"]|^其中/

/** A row label without its numbering, 其中, brackets and colon. */
export function bareLabel(text: string): string {
  if (!toTakeOff.test(text)) return text
  return text
    .replace(/\s/g, '')
    .replace(/^(?:其中|[一二三四五六七八九十]+、|\d+[、.．]|[（(][一二三四五六七八九十\d]+[)）])+[：:]?/, '')
    .replace(/[“”"（(].*?[)）]|[“”"：:]/g, '')
}
