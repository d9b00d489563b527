import type { Term } from '#domain/claim.ts'
import type { Unit } from '#domain/unit.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { bareLabel } from '../grids/labels.ts'
import { type Sheet, type Yield, nothingRead } from '../grids/sheet.ts'
import { type Guess, judgeSums } from '../arithmetic/sums.ts'
import { unitInText } from '../grids/unit-in-text.ts'

const total = /^(?:总额|预算总额|金额|预算金额)$/
const source = /^(?:财政拨款|财政资金|其他资金|其他)$/
const sum = /^(?:金额)?合计$/

/** The block of main tasks: the columns of its money, the rows of tasks, and the row 金额合计 at their end. */
type Block = {
  readonly name: Slot
  readonly total: Slot
  readonly parts: readonly Slot[]
  readonly tasks: readonly GridRow[]
  readonly end: GridRow
  readonly unit: Unit | undefined
}

/**
 * 年度主要任务 of a goal form: 任务名称 | 主要内容 | 总额 | 财政拨款 | 其他资金, a row for each task, 金额合计 at the end. A
 * task's 总额 is 财政拨款 and 其他资金; 金额合计 is the sum of the tasks, column by column. A task without money is none.
 */
export function readTaskBudgets(sheet: Sheet): Yield {
  const block = blockOf(sheet)
  if (!block) return nothingRead
  const { total: whole, parts, tasks, end } = block
  const all = [whole, ...parts]
  const term = (row: GridRow, head: Slot) => termAt(sheet, block, row, head)
  const guess = (of: Term | undefined, terms: readonly (Term | undefined)[], row: GridRow): Guess[] => {
    const found = terms.flatMap((each) => each ?? [])
    return of
      ? [{ total: of, parts: found, missing: terms.length - found.length, quote: sheet.quote(row.slots[0]!) }]
      : []
  }
  const funded = tasks.filter((row) => all.some((head) => term(row, head)))
  const across = [...funded, end].flatMap((row) =>
    guess(
      term(row, whole),
      parts.map((head) => term(row, head)),
      row,
    ),
  )
  const down = all.flatMap((head) =>
    guess(
      term(end, head),
      funded.map((row) => term(row, head)),
      end,
    ),
  )
  return {
    ...nothingRead,
    claims: [...judgeSums('table.balance', across, 'total'), ...judgeSums('table.total', down, 'total')],
  }
}

function blockOf({ grid }: Sheet): Block | undefined {
  const top = grid.rows.find(({ slots }) => slots.some(isNameHead))
  const name = top?.slots.find(isNameHead)
  if (!top || !name) return undefined
  const heads = grid.rows.find(
    ({ index, slots }) =>
      (index === top.index || index === top.index + 1) &&
      slots.filter(({ text }) => source.test(bareLabel(text))).length === 2,
  )
  const whole = heads?.slots.find(({ text }) => total.test(bareLabel(text)))
  const end = grid.rows.find(
    ({ index, slots }) => index > (heads?.index ?? 0) && slots.some(({ text }) => sum.test(text)),
  )
  if (!heads || !whole || !end) return undefined
  const tasks = grid.rows.slice(heads.index + 1, end.index)
  // A row of words under 总额 is another block's: what ends in 合计 below it is no list of tasks.
  if (tasks.some((row) => grid.at(row.index, whole.column)?.kind === 'words')) return undefined
  const parts = heads.slots.filter(({ text }) => source.test(bareLabel(text)))
  const unit = top.slots.map(({ text }) => unitInText(text)).find((each) => each?.kind === 'money')
  return { name, total: whole, parts, tasks, end, unit }
}

function isNameHead({ text }: Slot): boolean {
  return text.includes('任') && bareLabel(text) === '任务名称'
}

function termAt(sheet: Sheet, { name, end, unit }: Block, row: GridRow, head: Slot): Term | undefined {
  const figure = sheet.figure(sheet.grid.at(row.index, head.column), unit)
  const label = row === end ? row.slots.find(({ text }) => sum.test(text)) : sheet.grid.at(row.index, name.column)
  const words = sheet.words(label)
  return figure && words ? { name: `${words.text}${bareLabel(head.text)}`, figure } : undefined
}
