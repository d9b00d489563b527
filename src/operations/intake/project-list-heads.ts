import type { Cell, Table } from '#domain/document.ts'
import { bareLabel, compact } from '#reading/tables/grids/labels.ts'
import { columnKey } from '#reading/tables/grids/lexicon.ts'

/** What a list of projects prints of one of them in a year. */
export type ListColumn = 'original' | 'final' | 'actual'

/**
 * Where a list of projects has its names and its amounts, by the columns of the grid.
 *
 * isOfForms   every amount stands under a head of the official forms
 */
export type ListHeads = {
  readonly names: number
  readonly amounts: ReadonlyMap<number, ListColumn>
  readonly isOfForms: boolean
}

const namedHead = /^(?:具体|重点|主要)?(?:项目|专项)(?:支出|资金|经费)?名称$/
/** 「项目」 heads what any table lists; only behind words that speak of projects it heads their names. */
const bareHead = /^项目$/
const ofProjects =
  /(?:各|\d+个|以下|下列|主要|重点)项目|项目(?:支出|资金|经费|预算)?(?:明细|一览|清单|情况|使用|安排|执行)/
/** Heads that a list of projects may have where a form has others. */
const loose: readonly (readonly [ListColumn, RegExp])[] = [
  ['final', /^(?:项目)?(?:预算|安排)(?:安排|下达|资金|经费|数|金额|额)*$|^下达(?:资金|金额|数)$/],
  [
    'actual',
    /^(?:项目)?(?:实际|累计|全年|本年|已)*(?:支出|执行|使用|支付|完成支出|决算)(?:资金|经费|数|金额|额)*(?:情况)?$/,
  ],
]

/**
 * The heads of a list of projects above row `end`; undefined where the table is none. `before`: the words that lead to
 * the table.
 */
export function listHeads({ rows }: Table, end: number, before: string): ListHeads | undefined {
  const heads = rows.slice(0, end).flat()
  const names =
    heads.find(({ text }) => namedHead.test(labelOf(text))) ??
    heads.find(({ text }) => bareHead.test(labelOf(text)) && ofProjects.test(before))
  if (!names) return undefined
  const told = heads.flatMap((cell) => {
    const found = cell.columnSpan === 1 ? columnOf(cell) : undefined
    return found ? [{ ...found, at: cell.column }] : []
  })
  const amounts = new Map<number, ListColumn>()
  // Two columns under one head are of two years or two sources: which is meant is not told.
  for (const { column, at } of told)
    if (told.filter((each) => each.column === column).length === 1) amounts.set(at, column)
  return amounts.size > 0
    ? { names: names.column, amounts, isOfForms: told.every(({ isOfForms }) => isOfForms) }
    : undefined
}

function columnOf({ text }: Cell): { readonly column: ListColumn; readonly isOfForms: boolean } | undefined {
  const key = columnKey(compact(text))
  if (key === 'original' || key === 'final' || key === 'actual') return { column: key, isOfForms: true }
  const column = loose.find(([, head]) => head.test(labelOf(text)))?.[0]
  return column && { column, isOfForms: false }
}

function labelOf(text: string): string {
  return bareLabel(compact(text))
}
