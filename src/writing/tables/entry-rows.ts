import { Big } from 'big.js'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import type { StaffLine } from '#domain/ledger/staffing.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import type { ImportEntry, ImportField, ImportTable } from '#domain/imports/import-table.ts'

/** What stands in a cell of a table: a number (money in the column's unit), words, or nothing. */
export type TableCell = Big | string | undefined
type Values = Readonly<Record<string, TableCell | boolean>>

/** The entries of a ledger as rows of their table, in the table's columns. A person's name stays behind unless asked for. */
export function entryRows(
  table: ImportTable,
  entries: readonly ImportEntry[],
  { payees = false }: { readonly payees?: boolean } = {},
): TableCell[][] {
  const rows =
    table.id === 'base-data' ? itemRows(entries as readonly BaseItem[]) : entries.map((entry) => valuesOf(table, entry))
  return rows.map((values) =>
    table.fields.map((field) => (field.id === 'payee' && !payees ? undefined : cellOf(field, values[field.id]))),
  )
}

function cellOf(field: ImportField, value: Values[string]): TableCell {
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field.type === 'amount') return new Big(value).div(worthOf(field.unit))
  if (field.type === 'choice') return field.choices?.find((choice) => choice.value === value)?.zh ?? value
  return value
}

/** What the unit of a template's column is worth in 元: all that data/imports uses. */
function worthOf(unit = '元'): number {
  return unit === '万元' ? 10_000 : 1
}

function valuesOf({ id }: ImportTable, entry: ImportEntry): Values {
  if (id === 'staffing') return staffValues(entry as StaffLine)
  if (id === 'tasks') return taskValues(entry as MainTask)
  if (id === 'indicators') return indicatorValues(entry as IndicatorEntry)
  if (id === 'work-records') return recordValues(entry as WorkRecord)
  const { scope, ...plain } = entry as unknown as Record<string, TableCell> & { scope?: IndicatorEntry['scope'] }
  return scope === undefined ? plain : { ...plain, scope: scopeWord(scope) }
}

function taskValues({ projects, ...task }: MainTask): Values {
  return { ...task, projects: projects?.join('；') }
}

function scopeWord(scope: IndicatorEntry['scope']): string {
  return scope === 'department' ? '部门整体' : scope.project
}

function staffValues({ organisation, quotas, onPost, including = [], retired }: StaffLine): Values {
  return {
    organisation,
    ...Object.fromEntries(quotas.map(({ kind, posts }) => [kind, new Big(posts)])),
    quota: quotas.reduce((sum, { posts }) => sum.plus(posts), new Big(0)),
    onPost: new Big(onPost),
    including:
      including.length > 0 ? including.map(({ name, persons }) => `${name}${persons}人`).join('、') : undefined,
    retired: new Big(retired),
  }
}

/** An actual value that is counted or worked out is not typed in: its cell stays blank, and blank leaves it as it is. */
function indicatorValues(indicator: IndicatorEntry): Values {
  const { scope, evidenceRequired, actual, id, level1, level2, name, sign, target, unit, weight } = indicator
  const { rule, basis, explanation, varianceReason, improvement } = indicator
  const grid = { id, level1, level2, name, sign, target, unit, weight }
  const own = { ...grid, rule, basis, explanation, varianceReason, improvement }
  return {
    ...own,
    scope: scopeWord(scope),
    evidenceRequired: evidenceRequired?.join('；'),
    actual: actual?.from === 'entered' ? actual.value : undefined,
  }
}

function recordValues({ id, date, organisation, quantity, values }: WorkRecord): Values {
  const own = Object.entries(values).map(([field, value]) => [`values.${field}`, value] as const)
  return {
    id,
    date,
    organisation,
    quantity: quantity === undefined ? undefined : new Big(quantity),
    ...Object.fromEntries(own),
  }
}

/** One row an item, its amounts side by side. */
function itemRows(items: readonly BaseItem[]): Values[] {
  return [...Map.groupBy(items, ({ item }) => item)].map(([item, amounts]) => ({
    item,
    ...Object.fromEntries(amounts.map(({ column, amount }) => [column, amount])),
  }))
}
