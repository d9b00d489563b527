import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { EvaluatedRow } from '#domain/report/evaluated-form.ts'
import type { FormLayout, LayoutColumn, LayoutRow } from '#domain/report/form-layout.ts'
import type { PrintedCell, PrintedTable } from '#domain/report/printed-report.ts'
import { type Values, fillTemplate } from './fill-template.ts'

/** What the names of a layout stand for: in the form as a whole, and in the row of an indicator. */
export type FormValues = { readonly form: Values; readonly row: (row: EvaluatedRow) => Values }

/** A form's grid as its layout has it, filled in. */
export function layOutForm(layout: FormLayout, indicators: readonly EvaluatedRow[], values: FormValues): PrintedTable {
  const ordered = inOrder(indicators, layout.order)
  return {
    kind: 'table',
    name: layout.sheet,
    ...(layout.landscape ? { landscape: true } : {}),
    widths: layout.widths,
    rows: layout.rows.flatMap((row) => rowsOf(row, ordered, values)),
  }
}

/** Indicators with the level-1 headings in the layout's order: those of one heading keep theirs. */
function inOrder(indicators: readonly EvaluatedRow[], order: readonly string[]): EvaluatedRow[] {
  const headings = [...order, ...new Set(indicators.map(({ level1 }) => level1))]
  return indicators.toSorted((one, two) => headings.indexOf(one.level1) - headings.indexOf(two.level1))
}

function rowsOf(
  row: LayoutRow,
  indicators: readonly EvaluatedRow[],
  { form, row: ofRow }: FormValues,
): PrintedCell[][] {
  if ('indicators' in row) {
    const head = row.indicators.map(({ head: text, span }) => ({
      runs: fillTemplate(text, form),
      align: 'center' as const,
      ...(span > 1 ? { colSpan: span } : {}),
    }))
    return [head, ...indicators.map((each, at) => indicatorCells(row.indicators, indicators, at, ofRow(each)))]
  }
  if (row.when !== undefined && form(row.when) === undefined) return []
  return [
    row.cells.map(({ text, span, rows, align }) => ({
      runs: fillTemplate(text, form),
      align,
      ...(span > 1 ? { colSpan: span } : {}),
      ...(rows > 1 ? { rowSpan: rows } : {}),
      ...baseItemAt(text),
    })),
  ]
}

/** The base-data item a cell shows: 「{three-public.total@original}」, with the column its phase stands in. */
function baseItemAt(text: string): { from: EntryField } | undefined {
  const [, item, column] =
    /^\{((?:three-public|project|public|procurement)\.[\w-]+|spending\.(?:project|public)|basic-adjustment)@(prior-actual|original|actual)\}$/.exec(
      text,
    ) ?? []
  return item && column ? { from: { list: 'baseItems', key: [item, column], field: 'amount' } } : undefined
}

function indicatorCells(
  columns: readonly LayoutColumn[],
  rows: readonly EvaluatedRow[],
  at: number,
  values: Values,
): PrintedCell[] {
  return columns.flatMap(({ show, span, align }) => {
    const level = /^\{(level[12])/.exec(show)?.[1]
    const same = level === undefined ? undefined : sameHeading[level]
    const [row, before] = [rows[at], rows[at - 1]]
    if (same && row && before && same(row, before)) return []
    const height = same ? runLength(rows, at, same) : 1
    const shape = { ...(span > 1 ? { colSpan: span } : {}), ...(height > 1 ? { rowSpan: height } : {}) }
    const from = row && typedAt(show, row.id)
    return [{ runs: fillTemplate(show, values), align, ...shape, ...(from ? { from } : {}) }]
  })
}

/** The field of an indicator a column shows: '{target.value}' → target; what it scored is mended by hand in its override. */
function typedAt(show: string, indicator: string): EntryField | undefined {
  const name = /\{([a-z0-9]+)/.exec(show)?.[1]
  if (name === undefined) return undefined
  const field = { score: 'override', reason: 'varianceReason', kind: 'sign' }[name] ?? name
  return { list: 'indicators', key: [indicator], field }
}

type Same = (one: EvaluatedRow, other: EvaluatedRow) => boolean

const sameHeading: Readonly<Record<string, Same>> = {
  level1: (one, other) => one.level1 === other.level1,
  level2: (one, other) => one.level1 === other.level1 && one.level2 === other.level2,
}

function runLength(rows: readonly EvaluatedRow[], from: number, same: Same): number {
  const first = rows[from]
  const other = first ? rows.findIndex((row, index) => index > from && !same(first, row)) : -1
  return (other < 0 ? rows.length : other) - from
}
