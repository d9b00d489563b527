import { roleNames } from '#domain/accounts/role.ts'
import { phaseNames } from '#domain/fact.ts'
import type { LedgerList } from '#http/contracts/year.ts'
import { textOf } from '../grid/column.ts'
import { words as office } from '../words/office.ts'
import { words as work } from '../words/work.ts'
import { words as unit } from '../words/unit.ts'
import { quotaNames } from './choices.ts'
import { columnOf, fieldName } from './names.ts'

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

/** A value of the log in words: codes as the pages call them, lists and groups of fields spelled out. */
export function valueSaid(value: unknown, list: LedgerList | undefined, field: string): string {
  if (value === undefined || value === null || value === '') return office.log.blank
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((each) => valueSaid(each, list, field)).join('；')
  if (typeof value === 'object') return groupSaid(value as Readonly<Record<string, unknown>>, list, field)
  const column = list && columnOf(list, field)
  if (column) return textOf(column, value)
  // The log keeps a scope as one word, the pages as a group.
  if (field === 'scope' && String(value).startsWith('project:')) return `项目 ${String(value).slice('project:'.length)}`
  return codes[field]?.[String(value)] ?? String(value)
}

function groupSaid(group: Readonly<Record<string, unknown>>, list: LedgerList | undefined, field: string): string {
  if (field === 'quotas') return `${quotaNames[group['kind'] as keyof typeof quotaNames]} ${String(group['posts'])}`
  if (field === 'including') return `${String(group['name'])} ${String(group['persons'])}`
  if (field === 'scope') return `项目 ${String(group['project'])}`
  return Object.entries(group)
    .map(([part, value]) => `${list ? fieldName(list, part) : part} ${valueSaid(value, list, part)}`)
    .join('，')
}
