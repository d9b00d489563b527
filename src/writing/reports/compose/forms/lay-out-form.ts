import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { EvaluatedRow } from '#domain/report/evaluated-form.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import {
  type FormLayout,
  type LayoutCell,
  type LayoutColumn,
  type LayoutHead,
  type LayoutRow,
  columnsOf,
} from '#domain/report/form-layout.ts'
import type { PrintedCell, PrintedTable } from '#domain/report/printed-report.ts'
import { type Values, fillTemplate } from './fill-template.ts'

/** What the names of a layout stand for: in the form as a whole, in the row of an indicator, in that of a main task. */
export type FormValues = {
  readonly form: Values
  readonly row: (row: EvaluatedRow) => Values
  readonly task: (task: MainTask) => Values
}
/** What a form has a row for each of. */
export type FormRows = { readonly indicators: readonly EvaluatedRow[]; readonly tasks: readonly MainTask[] }

/** A form's grid as its layout has it, filled in. */
export function layOutForm(layout: FormLayout, { indicators, tasks }: FormRows, values: FormValues): PrintedTable {
  const rows = { indicators: inOrder(indicators, layout.order), tasks }
  const printed = layout.rows.map((row) => rowsOf(row, rows, values))
  return {
    kind: 'table',
    name: layout.sheet,
    ...(layout.landscape ? { landscape: true } : {}),
    widths: layout.widths,
    ...gridHeadOf(layout.rows, printed),
    rows: printed.flat(),
  }
}

/** Where the heads of the indicators stand among the printed rows. */
function gridHeadOf(
  layout: readonly LayoutRow[],
  printed: readonly (readonly unknown[])[],
): Pick<PrintedTable, 'gridHead'> {
  const at = layout.findIndex((row) => 'indicators' in row)
  const row = layout[at]
  if (!row || !('indicators' in row)) return {}
  const rows = row.indicators.some((head) => 'columns' in head) ? 2 : 1
  return { gridHead: { from: printed.slice(0, at).flat().length, rows } }
}

/** Indicators with the level-1 headings in the layout's order: those of one heading keep theirs. */
function inOrder(indicators: readonly EvaluatedRow[], order: readonly string[]): EvaluatedRow[] {
  const headings = [...order, ...new Set(indicators.map(({ level1 }) => level1))]
  return indicators.toSorted((one, two) => headings.indexOf(one.level1) - headings.indexOf(two.level1))
}

function rowsOf(row: LayoutRow, { indicators, tasks }: FormRows, values: FormValues): PrintedCell[][] {
  const { form } = values
  if ('indicators' in row) {
    const columns = columnsOf(row.indicators)
    const grid = indicators.map((each, at) => indicatorCells(columns, indicators, at, values.row(each)))
    const [heads = [], ...rest] = [...headRows(row.indicators, form), ...grid]
    return [[...sideOf(row.side, rest.length + 1, form), ...heads], ...rest]
  }
  if (row.when !== undefined && form(row.when) === undefined) return []
  const printed = ({ text, span, rows, align, grows }: LayoutCell, filledBy: Values): PrintedCell => ({
    runs: fillTemplate(text, filledBy),
    align,
    ...spans(span, grows ? rows - 1 + tasks.length : rows),
    ...baseItemAt(text),
  })
  if (row.each)
    return tasks.map((task) =>
      row.cells.map((cell) => ({ ...printed(cell, values.task(task)), ...taskFieldAt(cell.text, task) })),
    )
  return [row.cells.map((cell) => printed(cell, form))]
}

function sideOf(text: string | undefined, rows: number, form: Values): PrintedCell[] {
  return text === undefined ? [] : [{ runs: fillTemplate(text, form), align: 'center', ...spans(1, rows) }]
}

/** The heads of a grid: one row, or two where some columns stand under a common head. */
function headRows(heads: readonly LayoutHead[], form: Values): PrintedCell[][] {
  const printed = (text: string, span: number, rows = 1): PrintedCell => ({
    runs: fillTemplate(text, form),
    align: 'center',
    ...spans(span, rows),
  })
  const deep = heads.some((head) => 'columns' in head)
  const upper = heads.map((head) =>
    'columns' in head
      ? printed(
          head.head,
          head.columns.reduce((sum, { span }) => sum + span, 0),
        )
      : printed(head.head, head.span, deep ? 2 : 1),
  )
  const lower = heads.flatMap((head) => ('columns' in head ? head.columns : []))
  return deep ? [upper, lower.map(({ head, span }) => printed(head, span))] : [upper]
}

function spans(columns: number, rows: number): Pick<PrintedCell, 'colSpan' | 'rowSpan'> {
  return { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) }
}

/** The field of a main task a cell shows; what is worked out from its projects is mended there. */
function taskFieldAt(text: string, { name, projects = [] }: MainTask): { from?: EntryField } {
  const shown = /^\{task\.(name|content|total|fiscal|rest)/.exec(text)?.[1]
  if (shown === undefined) return {}
  const money = projects.length > 0 ? 'projects' : shown === 'fiscal' ? 'fiscal' : 'amount'
  const field = shown === 'name' || shown === 'content' ? shown : money
  return { from: { list: 'tasks', key: [name], field } }
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
    const from = row && typedAt(show, row.id)
    return [{ runs: fillTemplate(show, values), align, ...spans(span, height), ...(from ? { from } : {}) }]
  })
}

/** The field of an indicator a column shows: '{target.value}' → target; what it scored is mended by hand in its override. */
function typedAt(show: string, indicator: string): EntryField | undefined {
  const name = /\{([a-z0-9]+)/.exec(show)?.[1]
  if (name === undefined || monitoredNames.test(show)) return undefined
  const field = { score: 'override', reason: 'varianceReason', kind: 'sign' }[name] ?? name
  return { list: 'indicators', key: [indicator], field }
}

/** What a monitoring round says of an indicator, not the indicator itself. */
const monitoredNames = /\{(?:to-date|expected|cause|possible|remark)\b/

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
