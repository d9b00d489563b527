import { meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../../claims/judge-simple.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { countedAs } from '../counted-as.ts'
import { figuresOf } from '../figures-by-block.ts'
import { isMadeOfRow } from '../made-of-row.ts'
import { type CellNumber, type ToldNumber, cellNumbers, inUnitOf, labelOf, toldNumbers } from '../told-numbers.ts'
import { isOneForm } from '../one-form.ts'
import { isOfOtherScope } from '../other-scope.ts'
import { type RowWords, fitsHead, isNamed, measureOf, rowWords } from './row-words.ts'

const fewestDigits = 3
const total = /合计|总计|小计|^共/

/** What names a row, its names and its cells. */
type Row = { readonly names: readonly string[]; readonly figures: readonly Figure[] }
/** A column of a table: its head, its cells and the rows they stand in. */
type Column = { readonly head: string; readonly cells: readonly { readonly cell: CellNumber; readonly row: Row }[] }
/** A cell that words name. */
type Named = {
  readonly cell: CellNumber
  readonly row: Row
  readonly name: string
  readonly measure: string
  readonly column: Column
}

/**
 * I71 for a row told by its name: 「山阳县执行率最低，为96.56%」 is the cell of that row under that head, wherever the table stands.
 * A number that is one slip away from it, that stands in another row or column beside it, or that is told to be the highest or
 * lowest of a column in which the row's is, is a warning.
 */
export const namedRows: Rule = {
  id: 'I71.row',
  title: '正文点名一行所说的数与表中该行该栏一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const columns = columnsOf(reading)
    if (columns.length === 0) return [{ outcome: 'not-applicable' }]
    return toldNumbers(reading).flatMap((told) => {
      const { quantity, printed } = told.figure
      if (quantity.looseness !== 'exact' || printed.replace('.', '').length < fewestDigits) return []
      const words = rowWords(told)
      return words ? judgeTold(reading, told, words, namedBy(reading, told, words, columns)) : []
    })
  },
}

/** Columns that bear a head and hold numbers of at least two rows. */
function columnsOf(reading: Reading): Column[] {
  return [...cellNumbers(reading)].flatMap(([block, numbers]) => {
    const rows = rowsOf(reading, block)
    return [...Map.groupBy(numbers, ({ column }) => column).values()].flatMap((own) => {
      const [head] = own[0]!.heads
      const cells = own.map((cell) => ({ cell, row: rows.get(cell.figure.place.row!)! }))
      return head !== undefined && own.length >= 2 ? [{ head, cells }] : []
    })
  })
}

/** What stands for several rows at once names none of them. */
function rowsOf(reading: Reading, block: number): ReadonlyMap<number, Row> {
  const table = reading.document.blocks[block]
  const byRow = Map.groupBy(
    figuresOf(reading, block).filter(({ place }) => place.row !== undefined),
    ({ place }) => place.row!,
  )
  return new Map(
    [...byRow].map(([row, own]) => {
      const cells = table?.kind === 'table' ? (table.rows[row] ?? []) : []
      const names = cells.flatMap((cell) => (cell.rowSpan === 1 ? (labelOf(cell) ?? []) : []))
      return [row, { names: names.filter((name) => !total.test(name)), figures: own }]
    }),
  )
}

function namedBy(reading: Reading, told: ToldNumber, words: RowWords, columns: readonly Column[]): Named[] {
  const near = columns.filter(({ cells: [first] }) => isOneForm(reading, first!.cell.figure.place, told.figure.place))
  const found = near.flatMap((column) =>
    column.cells.flatMap(({ cell, row }) => {
      const name = row.names.find((each) => isNamed(words, each))
      if (name === undefined || inUnitOf(told.figure, cell.figure) === undefined) return []
      const measure = measureOf(words, name)
      return measure !== undefined && fitsHead(measure, column.head) ? [{ cell, row, name, measure, column }] : []
    }),
  )
  return nearest(found, words.sentence)
}

/** Those whose name stands last; of names that end at one place the longest. */
function nearest(found: readonly Named[], sentence: string): Named[] {
  const ends = found.map(({ name }) => sentence.lastIndexOf(name) + name.length)
  const last = Math.max(...ends)
  const ending = found.filter((_, at) => ends[at] === last)
  const longest = Math.max(...ending.map(({ name }) => name.length))
  return ending.filter(({ name }) => name.length === longest)
}

function judgeTold(reading: Reading, told: ToldNumber, words: RowWords, cells: readonly Named[]): Verdict[] {
  const { figure } = told
  const [first] = cells
  if (!first || new Set(cells.map(({ cell }) => cell.figure.place.row)).size > 1) return []
  const own = intervalOf(figure.quantity)
  const same = cells.find(({ cell }) => meets(own, intervalOf(countedAs(figure, cell.figure).quantity)))
  if (same) return [{ outcome: 'holds', figures: [figure.id, same.cell.figure.id] }]
  const beside = figuresOf(reading, figure.place.block)
  if (isMadeOfRow(figure, first.cell.figure, figuresOf(reading, first.cell.figure.place.block), beside)) return []
  const { sentence } = words
  const named = sentence.length - sentence.lastIndexOf(first.name)
  if (isOfOtherScope(figure, named, first.row.figures, beside)) return []
  const why =
    new Set(cells.map(({ cell }) => cell.figure.printed)).size === 1 ? reasonOf(figure, words, first) : undefined
  if (why === undefined)
    return [{ outcome: 'undetermined', missing: `“${first.name}${first.measure}”说的是表中哪一格` }]
  const terms = [
    { name: `${first.name}${first.measure}`, figure },
    { name: `表中${first.name}的${first.column.head}`, figure: countedAs(figure, first.cell.figure) },
  ]
  const form = { is: 'equal', terms } as const
  const because = `${why}，表中的栏目按上下文判断`
  return [judgeEqual({ rule: 'I71.row', form, certain: false, because, quote: figure.place }, form)]
}

/** Why a number that is not the cell's was meant to be it. */
function reasonOf(figure: Figure, { extreme }: RowWords, { cell, column }: Named): string | undefined {
  if (isSlip(inUnitOf(figure, cell.figure)!, figure.printed)) return '两个数只差一处笔误'
  const others = column.cells.filter((each) => each.cell !== cell)
  if (others.some((each) => inUnitOf(figure, each.cell.figure) === figure.printed)) return '写的是表中另一行的数'
  const values = column.cells.map(({ cell: { value } }) => value)
  const isExtreme = cell.value === Math.max(...values) || cell.value === Math.min(...values)
  return extreme && isExtreme && column.cells.length > 2 ? '写明是各行中最高或最低的' : undefined
}
