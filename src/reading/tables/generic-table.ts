import type { Claim } from '#domain/claim.ts'
import type { Fact, Phase } from '#domain/fact.ts'
import { type Body, type Line, bodiesOf } from './grids/body.ts'
import type { Column } from './grids/columns.ts'
import { columnProducts } from './arithmetic/column-products.ts'
import { columnRates } from './arithmetic/column-rates.ts'
import { columnMeasure, columnSums } from './arithmetic/column-sums.ts'
import { measureOf } from './grids/lexicon.ts'
import { relatedNumbers } from './arithmetic/related/related-numbers.ts'
import { rowRates } from './arithmetic/row-rates.ts'
import { rowSums } from './arithmetic/row-sums.ts'
import { yearOfHead } from './grids/sections.ts'
import { type Sheet, type Yield, factOf } from './grids/sheet.ts'
import { votedBalances } from './arithmetic/voted-balances.ts'
import { yearRows } from './arithmetic/year-rows.ts'

/** Reads a table that is no known form: 决算表, 资金分配表, project list, any table with 合计, 其中 or rates. */
export function readGeneric(sheet: Sheet): Yield {
  const bodies = bodiesOf(sheet)
  return {
    facts: bodies.flatMap((body) => [
      ...rowFacts(sheet, body),
      ...columnFacts(sheet, body),
      ...accountFacts(sheet, body),
    ]),
    claims: [
      ...bodies.flatMap((body) => {
        const made = [
          ...rowSums(sheet, body),
          ...columnSums(sheet, body),
          ...columnRates(sheet, body),
          ...rowRates(sheet, body),
          ...columnProducts(sheet, body),
          ...yearRows(sheet, body),
        ]
        const all = [...made, ...votedBalances(sheet, body, made)]
        return [...all, ...relatedNumbers(sheet, body, all)]
      }),
      ...bothSides(sheet, bodies),
    ],
    indicators: [],
  }
}

/** 收入总计 = 支出总计, where both stand in one row of a two-sided table. */
function bothSides(sheet: Sheet, bodies: readonly Body[]): Claim[] {
  const [left, right] = bodies
  if (bodies.length !== 2 || !left || !right) return []
  return left.lines.flatMap((line) => {
    const other = right.lines.find((each) => each.row.index === line.row.index)
    if (!other || !/^(?:收入)?总计$/.test(line.text) || !/^(?:支出)?总计$/.test(other.text)) return []
    const [first, second] = [left, right].map((body) => body.columns.find((column) => column.role === 'amount'))
    const income = first && line.figure(first)
    const spending = second && other.figure(second)
    if (!income || !spending) return []
    const terms = [
      { name: '收入总计', figure: income },
      { name: '支出总计', figure: spending },
    ]
    return [{ rule: 'I03', form: { is: 'equal', terms } as const, certain: true, quote: sheet.quote(line.label) }]
  })
}

/** The phase a column head names; undefined where it names none. */
function phaseOf(column: Column): Phase | undefined {
  if (/增减|比上年|差额/.test(column.head)) return undefined
  if (/决算|执行数|支出数|实际/.test(column.head)) return 'actual'
  if (/全年预算|调整后?预算|调整预算/.test(column.head)) return 'final'
  return /年初预算|预算数|预算金额/.test(column.head) ? 'original' : undefined
}

/** Rows whose label is a measure, under columns whose head names a phase; a label that stands twice binds nothing. */
function rowFacts(sheet: Sheet, body: Body): Fact[] {
  const columns = body.columns.filter((column) => column.role === 'amount')
  return body.lines.flatMap((line) => {
    const measure = line.code ? undefined : measureOf(line.label.text)
    if (!measure || body.lines.filter((other) => measureOf(other.label.text) === measure).length !== 1) return []
    return columns.flatMap((column) => {
      const phase = phaseOf(column)
      const figure = line.figure(column)
      const alone =
        columns.filter(
          (other) =>
            phaseOf(other) === phase && yearOfHead(other.head, sheet.year) === yearOfHead(column.head, sheet.year),
        ).length === 1
      return phase && figure && alone && figure.unit !== ''
        ? [factOf(sheet, measure, phase, figure, yearOfHead(column.head, sheet.year))]
        : []
    })
  })
}

/** Columns whose head is a measure, in the only row or the 合计 row (三公经费表). */
function columnFacts(sheet: Sheet, body: Body): Fact[] {
  const columns = body.columns.filter((column) => column.role === 'amount')
  const numbered = body.lines.filter((line) => columns.some((column) => line.figure(column)))
  const line: Line | undefined =
    numbered.length === 1
      ? numbered[0]
      : numbered.filter((each) => each.total).length === 1
        ? numbered.find((each) => each.total)
        : undefined
  if (!line) return []
  return columns.flatMap((column) => {
    const measure = columnMeasure(column, columns)
    const phase = phaseOf(column)
    const figure = line.figure(column)
    return measure && phase && figure && figure.unit !== ''
      ? [factOf(sheet, measure, phase, figure, yearOfHead(column.head, sheet.year))]
      : []
  })
}

/** Rows of 功能科目 in a table of spending that says it is 决算: `account:<code>`. */
function accountFacts(sheet: Sheet, body: Body): Fact[] {
  const title = sheet.grid.caption.join(' ')
  if (!/支出决算|决算支出/.test(title) || /政府性基金|国有资本|收入支出决算总表/.test(title)) return []
  const total = body.columns.find(
    (column) =>
      column.role === 'amount' && /^(?:本年支出合计|支出合计|合计|决算数|本年支出)/.test(column.path.at(-1) ?? ''),
  )
  if (!total) return []
  const codes = body.lines.flatMap((line) => line.code ?? [])
  return body.lines.flatMap((line) => {
    const figure = line.figure(total)
    const once = codes.filter((code) => code === line.code).length === 1
    return line.code?.startsWith('2') && figure && once && figure.unit !== ''
      ? [factOf(sheet, `account:${line.code}`, 'actual', figure)]
      : []
  })
}
