import type { Big } from 'big.js'
import type { ImportContext } from '#domain/imports/import-result.ts'
import type { ImportEntry, ImportTable } from '#domain/imports/import-table.ts'
import type { BaseColumn, Building } from '#domain/ledger/base-data.ts'
import type { BudgetLine, Payment, Project, SpendingNature } from '#domain/ledger/budget.ts'
import type { Goal } from '#domain/ledger/goal.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { buildIndicator } from './build-indicator.ts'
import { buildStaffLine } from './build-staff-line.ts'
import { type Complain, type Values, scopeOf } from './row-values.ts'

export type Build = (values: Values, complain: Complain) => readonly ImportEntry[]

/**
 * How the rows of a table become entries of the ledger. What a row need not state, `takenFor` of the domain, is left out
 * where it states nothing: what is stored of the entry stays.
 */
export function entryBuilder(table: ImportTable, context: ImportContext): Build {
  switch (table.id) {
    case 'payments':
      return (values, complain) => [buildPayment(values, complain, context.year)]
    case 'budget-lines':
      return (values, complain) => [buildBudgetLine(values, complain)]
    case 'staffing':
      return buildStaffLine
    case 'base-data':
      return buildBaseItems
    case 'buildings':
      return (values, complain) => [buildBuilding(values, complain)]
    case 'projects':
      return (values) => [present(values) as unknown as Project]
    case 'tasks':
      return (values, complain) => [buildTask(values, complain)]
    case 'goals':
      return ({ scope, ...values }) => [{ scope: scopeOf(scope), ...present(values) } as Goal]
    case 'indicators':
      return buildIndicator
    case 'work-records':
      return (values, complain) => [buildWorkRecord(values, complain, table, context.year)]
  }
}

function present(values: Values): Record<string, Big | string | boolean> {
  const kept: Record<string, Big | string | boolean> = {}
  for (const id in values) {
    const value = values[id]
    if (value !== undefined) kept[id] = value
  }
  return kept
}

/** Basic or project spending as written; where nothing is written, a named project tells. */
function natureOf(values: Values, complain: Complain): SpendingNature {
  const { nature, project } = values
  if (nature !== undefined) return nature as SpendingNature
  if (project === undefined)
    complain(
      'error',
      'nature',
      '没有写明是基本支出还是项目支出。',
      '请填“基本支出”或“项目支出”，项目支出也可以只填项目。',
      ['project'],
    )
  return 'project'
}

function buildPayment(values: Values, complain: Complain, year: number | undefined): Payment {
  const date = values['date'] as string
  const amount = values['amount'] as Big
  if (amount?.lt(0)) complain('warning', 'amount', '金额是负数，按退款读取。', '不是退款请改正。')
  if (year !== undefined && date !== undefined && !date.startsWith(`${year}`))
    complain('warning', 'date', `日期 ${date} 不在 ${year} 年度内。`, '请核对。')
  return {
    ...present(values),
    nature: natureOf(values, complain),
  } as Payment
}

function buildBudgetLine(values: Values, complain: Complain): BudgetLine {
  const { kind } = values
  let amount = values['amount'] as Big
  if (amount?.lt(0) && kind === 'reduction') {
    amount = amount.abs()
    complain('warning', 'amount', '追减写成了负数，已按正数读取。', '追减的类型已经表示减少，金额请写正数。')
  } else if (amount?.lt(0) && kind !== 'transfer')
    complain('warning', 'amount', '金额是负数。', '减少的指标请把类型写成追减，金额写正数。')
  return {
    ...present(values),
    nature: natureOf(values, complain),
    amount,
  } as BudgetLine
}

/** Money is typed, or comes from the projects named; 财政拨款 is part of it. */
function buildTask({ projects, ...values }: Values, complain: Complain): MainTask {
  const ids = typeof projects === 'string' && projects !== '' ? projects.split('；') : []
  const amount = values['amount'] as Big | undefined
  const fiscal = values['fiscal'] as Big | undefined
  if (ids.length > 0 && (amount ?? fiscal))
    complain('error', 'projects', '写了项目，又写了金额。', '写了项目的，金额由项目的年初预算算出，请把金额留空。')
  if (amount?.lt(0)) complain('error', 'amount', '金额是负数。', '请填正数。')
  if (fiscal && !amount) complain('error', 'fiscal', '写了财政拨款，没有写预算总额。', '请补上预算总额。')
  if (fiscal && (fiscal.lt(0) || amount?.lt(fiscal)))
    complain('error', 'fiscal', '财政拨款不在 0 和预算总额之间。', '请核对两栏的金额。')
  const { name, content, ...money } = present(values) as unknown as MainTask
  return { name, content, ...(ids.length > 0 ? { projects: ids } : {}), ...money }
}

const baseColumns: readonly BaseColumn[] = ['prior-actual', 'original', 'actual']

function buildBaseItems(values: Values, complain: Complain): ImportEntry[] {
  return baseColumns.flatMap((column) => {
    const amount = values[column] as Big | undefined
    if (amount === undefined) return []
    if (amount.lt(0)) complain('warning', column, '金额是负数。', '请核对。')
    return [{ item: values['item'] as string, column, amount }]
  })
}

/** What was built has a size and a price: none of them is below 0. */
function buildBuilding(values: Values, complain: Complain): Building {
  for (const [field, value] of Object.entries(values))
    if (typeof value === 'object' && value.lt(0)) complain('error', field, '是负数。', '请填 0 或正数。')
  return present(values) as unknown as Building
}

/** The columns of a kind's own fields are named 'values.…'. */
export const ownField = 'values.'

function buildWorkRecord(values: Values, complain: Complain, table: ImportTable, year: number | undefined): WorkRecord {
  const own: Record<string, string> = {}
  for (const { id, type } of table.fields) {
    const value = values[id]
    if (!id.startsWith(ownField) || value === undefined) continue
    own[id.slice(ownField.length)] = type === 'yes-no' ? (value ? '是' : '否') : printed(value)
  }
  const date = values['date'] as string
  const quantity = values['quantity'] as Big | undefined
  if (year !== undefined && date !== undefined && !date.startsWith(`${year}-`))
    complain('warning', 'date', `日期 ${date} 不在 ${year} 年度内，本年度的计数不算它。`, '请核对。')
  if (quantity?.eq(0)) complain('error', 'quantity', '代表数量是 0。', '没有发生的不用登记；只有一件的可以不填。')
  const parts = (table.key ?? []).map((field) => (field === 'date' ? date : (own[field] ?? '')))
  const id =
    values['id'] === undefined ? [date, ...parts.filter((part) => part !== date)].join('｜') : String(values['id'])
  return {
    id,
    kind: table.work ?? '',
    ...(values['organisation'] === undefined ? {} : { organisation: values['organisation'] }),
    date,
    values: own,
    ...(quantity ? { quantity: Number(quantity) } : {}),
  } as WorkRecord
}

function printed(value: Big | string | boolean): string {
  return typeof value === 'object' ? value.toFixed() : String(value)
}
