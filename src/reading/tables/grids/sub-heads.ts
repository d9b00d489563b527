import type { Grid, GridRow, Slot } from './grid.ts'
import { type ColumnKey, columnKey } from './lexicon.ts'

/** A head of a section: the cell and what it heads. */
export type Head = { readonly slot: Slot; readonly key: ColumnKey | undefined }

/** Of 春季, 秋季 and 全年 under one head the year is meant. */
const ofTheYear = /^(?:全年|年度|本年度?|全年合计|合计|累计|总计)(?:数|值|完成|情况)*$/

/**
 * The heads of a form with those that stand over several others taken apart: under 实际完成值 with 上半年 and 全年 below it the
 * column 全年 is meant. Undefined where the row below is no second row of heads. A column whose own head says nothing known
 * has no key: which one is meant is not certain.
 */
export function subHeads(
  grid: Grid,
  row: GridRow,
  heads: readonly Head[],
  labels?: ReadonlyMap<string, string>,
): Head[] | undefined {
  const below = grid.rows[row.index + 1]
  if (!below || below.width !== row.width) return undefined
  const own = below.slots.filter((slot) => slot.row === below.index)
  if (own.length < 2 || own.some(({ kind, text }) => kind !== 'words' || /[\d≥≤<>=＝]/.test(text))) return undefined
  const isWide = ({ slot }: Head) => slot.cell.columnSpan > 1
  const under = ({ slot }: Head) =>
    own.filter(({ column }) => column >= slot.column && column < slot.column + slot.cell.columnSpan)
  if (heads.some((head) => !isWide(head) && grid.at(below.index, head.slot.column) !== head.slot)) return undefined
  const wide = heads.filter((head) => isWide(head) && under(head).length > 1)
  if (wide.reduce((sum, head) => sum + under(head).length, 0) !== own.length) return undefined
  return heads.flatMap((head) =>
    wide.includes(head)
      ? under(head).map((slot) => ({
          slot,
          key: ofTheYear.test(slot.text) ? head.key : columnKey(slot.text, labels),
        }))
      : [head],
  )
}
