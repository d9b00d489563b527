import type { Grid, GridRow } from './grid.ts'
import type { Section } from './sections.ts'
import type { Sheet } from './sheet.ts'
import { unitInText } from './unit-in-text.ts'

/** A head is short; a longer text is what was written under one. */
const longestHead = 16
const fewestHeads = 3
const headWords = /数|额|金|率|价|比|量|面积|预算|决算|支出|收入|合计|得分|分值|[（(].{1,4}[)）]$/

/** A table inside a form: the row of its head, and the sheet with only its rows left. */
export type InnerTable = { readonly from: number; readonly sheet: Sheet }

/**
 * The tables inside a form that are none of its known blocks: 「任务名称 | 预算总额 | 实际支出 | 执行率」 with a row for each
 * task, 「支出内容 | 数量 | 单价 | 金额」.
 *
 * sections   the form's known blocks; rows from such a head on are its own up to the next head
 */
export function innerTables(sheet: Sheet, sections: readonly Section[]): InnerTable[] {
  const { grid } = sheet
  const known = new Set(sections.map(({ header }) => header.index))
  const heads = grid.rows.filter(
    (row, at) => at > 0 && !known.has(row.index) && beginsAnew(grid, row) && isHead(row, grid.rows[at + 1]),
  )
  const starts = [...known, ...heads.map(({ index }) => index)].toSorted((left, right) => left - right)
  return heads.map(({ index }) => {
    const to = starts.find((each) => each > index) ?? grid.rows.length
    return { from: index, sheet: onlyRows(sheet, index, to) }
  })
}

/** The second row of a head of two has its first cell above it, or blank where merges were lost. */
function beginsAnew(grid: Grid, { index }: GridRow): boolean {
  const first = grid.at(index, 0)
  return first?.row === index && first.kind === 'words'
}

/** A row of short words, naming amounts, over a row of numbers as wide as it is. */
function isHead(row: GridRow, below: GridRow | undefined): boolean {
  const words = row.slots.filter(({ kind }) => kind === 'words')
  const own = row.slots.filter((slot) => slot.row === row.index && slot.kind === 'number')
  if (!below || own.length > 0 || words.length < fewestHeads || below.width !== row.width) return false
  if (words.some(({ text }) => text.length > longestHead) || !words.some(({ text }) => headWords.test(text)))
    return false
  return below.slots.filter((slot) => slot.kind === 'number').length >= 2
}

/** The sheet with the rows [from, to) alone; its unit is the one its own head names, else the whole sheet's. */
export function onlyRows(sheet: Sheet, from: number, to: number): Sheet {
  const whole = sheet.grid
  const isIn = (row: number) => row >= from && row < to
  const grid: Grid = {
    ...whole,
    rows: whole.rows.map((row) => (isIn(row.index) ? row : { index: row.index, slots: [], width: 0 })),
    at: (row, column) => (isIn(row) ? whole.at(row, column) : undefined),
  }
  const named = Array.from({ length: whole.width }, (_, column) => whole.at(from, column)?.text ?? '')
  const unit =
    named
      .slice(0, 1)
      .map(unitInText)
      .find((each) => each !== undefined) ?? sheet.unit
  return { ...sheet, grid, ...(unit ? { unit } : {}) }
}
