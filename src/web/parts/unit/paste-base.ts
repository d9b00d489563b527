import type { BaseDataView } from '#http/contracts/year.ts'
import type { Column } from '../../grid/column.ts'
import { choicesOf } from '../../grid/column.ts'
import { type Pasted, readPasted } from '../../grid/read-pasted.ts'

type Row = BaseDataView['rows'][number]

/** A cell of the table and what goes into it. */
export type BaseCellText = { readonly item: string; readonly column: string; readonly text: string }

/** The table as columns: its rows are the words of the first. */
export function baseColumns(
  rows: readonly Row[],
  itemTitle: string,
  titles: Readonly<Record<string, string>>,
): readonly Column[] {
  const choices = rows.map(({ item, name }) => ({ value: item, label: name, names: [] }))
  return [
    { field: 'item', title: itemTitle, kind: 'choice', choices },
    ...Object.entries(titles).map(([field, title]): Column => ({ field, title, kind: 'amount' })),
  ]
}

/**
 * What a block copied from a spreadsheet means at a cell: rows that name their item go to it, others go down from the
 * cell. `unknown`: names the table has no row for.
 */
export function readBasePasted(
  columns: readonly Column[],
  rows: readonly Row[],
  at: { readonly item: string; readonly column: string },
  text: string,
): { readonly cells: readonly BaseCellText[]; readonly unknown: readonly string[] } {
  const [itemColumn] = columns
  const from = columns.slice(columns.findIndex(({ field }) => field === at.column))
  const plain = readPasted(columns, from, text)
  const named = itemColumn && !plain.byHead ? readPasted(columns, [itemColumn, ...from], text) : plain
  const isNamed = plain.byHead || named.rows.some((row) => itemOf(columns, row) !== undefined)
  return isNamed ? byName(columns, named.rows) : { cells: inPlace(rows, at.item, plain.rows), unknown: [] }
}

function byName(columns: readonly Column[], pasted: Pasted['rows']) {
  const unknown: string[] = []
  const cells = pasted.flatMap((row) => {
    const item = itemOf(columns, row)
    const name = row.find(([{ field }]) => field === 'item')?.[1].trim()
    if (item === undefined) {
      if (name && row.some(([{ kind }, text]) => kind === 'amount' && text.trim() !== '')) unknown.push(name)
      return []
    }
    return filled(row).map(([{ field }, text]) => ({ item, column: field, text }))
  })
  return { cells, unknown }
}

function inPlace(rows: readonly Row[], item: string, pasted: Pasted['rows']): readonly BaseCellText[] {
  const start = rows.findIndex((row) => row.item === item)
  return pasted.flatMap((row, down) => {
    const here = rows[start + down]
    return here ? filled(row).map(([{ field }, text]) => ({ item: here.item, column: field, text })) : []
  })
}

/** A blank in the block leaves a cell as it is: what is worked out stays worked out. */
function filled(row: Pasted['rows'][number]): Pasted['rows'][number] {
  return row.filter(([{ kind }, text]) => kind === 'amount' && text.trim() !== '')
}

/** The row a line names, also as forms write it: 1、业务工作经费, 其中：公车购置. */
function itemOf(columns: readonly Column[], row: Pasted['rows'][number]): string | undefined {
  const name = row.find(([{ field }]) => field === 'item')?.[1] ?? ''
  const bare = name
    .replaceAll(/\s/g, '')
    .replace(
      /^(?:其中[:：])?(?:[（(][\d一二三四五六七八九十]+[）)]|[\d一二三四五六七八九十]+[、.．])?(?:其中[:：])?/,
      '',
    )
  const [items] = columns
  if (!items || bare === '') return undefined
  return choicesOf(items).find(({ label, names = [] }) => [label, ...names].includes(bare))?.value
}
