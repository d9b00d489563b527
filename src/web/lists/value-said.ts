import { roleNames } from '#domain/accounts/role.ts'
import { phaseNames } from '#domain/fact.ts'
import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { textOf } from '../grid/column.ts'
import { words as office } from '../words/office.ts'
import { words as work } from '../words/work.ts'
import { words as unit } from '../words/unit.ts'
import { quotaNames } from './choices.ts'
import type { Context } from './columns.ts'
import { columnOf, fieldName } from './names.ts'
import { amountSaid, unitOf } from './units-said.ts'

const sources = { entered: '填写', counted: '台账统计', fact: '由账本算出' }

/** Codes the log keeps, in the words of the pages; by field, as one code may mean several things. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  state: work.states,
  action: { ...office.log.actions, ...work.actions },
  scope: { department: '部门整体' },
  column: unit.unit.baseColumns,
  term: { annual: '年度', medium: '中长期' },
  actualFrom: sources,
  from: sources,
  actualPhase: phaseNames,
  phase: phaseNames,
}

/**
 * A value of the log in words: codes as the pages call them, lists and groups of fields spelled out, numbers with their
 * unit as in the forms.
 *
 * entry     what else the entry holds: an indicator's numbers are in its own unit
 * context   what units and projects are called; absent where their names stand in the value already
 */
export function valueSaid(
  value: unknown,
  list: LedgerList | undefined,
  field: string,
  { entry = {}, context }: Around = {},
): string {
  if (value === undefined || value === null || value === '') return office.log.blank
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field === 'paymentPlan' && Array.isArray(value)) return planSaid(value)
  const around = { entry, context }
  if (Array.isArray(value)) return value.map((each) => valueSaid(each, list, field, around)).join('；')
  if (typeof value === 'object') return groupSaid(value as PlainEntry, list, field, around)
  const column = list && columnOf(list, field)
  if (column) return nameIn(context, field, value) ?? `${textOf(column, value)}${unitOf(value, list, field, entry)}`
  // The log keeps a scope as one word, the pages as a group.
  if (field === 'scope' && String(value).startsWith('project:')) return `项目 ${String(value).slice('project:'.length)}`
  const text = codes[field]?.[String(value)] ?? amountSaid(value, list, field) ?? String(value)
  return `${text}${unitOf(value, list, field, entry)}`
}

/** 既定支付进度, month by month. */
function planSaid(shares: readonly unknown[]): string {
  return shares.map((share, index) => `${index + 1}月 ${String(share)}%`).join('，')
}

type Around = { readonly entry?: PlainEntry; readonly context?: Context | undefined }

function groupSaid(group: PlainEntry, list: LedgerList | undefined, field: string, around: Around): string {
  if (field === 'quotas') return `${quotaNames[group['kind'] as keyof typeof quotaNames]} ${String(group['posts'])}人`
  if (field === 'including') return `${String(group['name'])} ${String(group['persons'])}人`
  if (field === 'scope') {
    const project = group['project']
    return `项目 ${nameIn(around.context, 'project', project) ?? String(project)}`
  }
  return Object.entries(group)
    .map(([part, value]) => `${list ? fieldName(list, part) : part} ${valueSaid(value, list, part, around)}`)
    .join('，')
}

/** What a unit or a project is called where a field names one. */
function nameIn(context: Context | undefined, field: string, value: unknown): string | undefined {
  const choices = isUnit(field) ? context?.organisations : field.startsWith('project') ? context?.projects : undefined
  return choices?.find((choice) => choice.value === value)?.label
}

function isUnit(field: string): boolean {
  return field === 'organisation' || field === 'parent'
}
