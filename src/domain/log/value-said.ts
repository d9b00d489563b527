import { roleNames } from '../accounts/role.ts'
import { inYuan, yuanOf } from '../amount-text.ts'
import { phaseNames } from '../fact.ts'
import {
  baseColumnNames,
  budgetKinds,
  fundSources,
  projectNatures,
  quotaNames,
  spendingNatures,
} from '../ledger/choice-names.ts'
import type { LedgerList } from '../ledger/entry-keys.ts'
import { submissionActions, submissionStates } from '../workflow.ts'
import { columnTitle, fieldName } from './field-names.ts'
import { logWords } from './log-words.ts'
import { amountSaid, unitOf } from './units-said.ts'

type PlainEntry = Readonly<Record<string, unknown>>
type Named = { readonly value: string; readonly label: string }
/** What the units and projects of a ledger are called. */
type Context = { readonly organisations: readonly Named[]; readonly projects: readonly Named[] }

const sources = { entered: '填写', counted: '台账统计', fact: '由账本算出' }

/** Codes the log keeps, in the words of the pages; by field, as one code may mean several things. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  state: submissionStates,
  action: { ...logWords.actions, ...submissionActions },
  actions: logWords.actions,
  scope: { department: '部门整体' },
  column: baseColumnNames,
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
  if (value === undefined || value === null || value === '') return logWords.blank
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field === 'paymentPlan' && Array.isArray(value)) return planSaid(value)
  const around = { entry, context }
  if (Array.isArray(value)) return value.map((each) => valueSaid(each, list, field, around)).join('；')
  if (typeof value === 'object') return groupSaid(value as PlainEntry, list, field, around)
  if (list && columnTitle(list, field))
    return (
      nameIn(context, field, value) ?? `${inColumn(list, field, String(value))}${unitOf(value, list, field, entry)}`
    )
  // The log keeps a scope as one word, the pages as a group.
  if (field === 'scope' && String(value).startsWith('project:')) return `项目 ${String(value).slice('project:'.length)}`
  const text = codes[field]?.[String(value)] ?? amountSaid(value, list, field) ?? String(value)
  return `${text}${unitOf(value, list, field, entry)}`
}

const granted = { source: fundSources, nature: spendingNatures }
const chosen: Partial<Record<LedgerList, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  budgetLines: { kind: budgetKinds, ...granted },
  payments: granted,
  projects: { nature: projectNatures },
}
/** Columns of money, whose heading tells that it is in 元. */
const moneyIn: Partial<Record<LedgerList, readonly string[]>> = {
  budgetLines: ['amount'],
  payments: ['amount'],
  projects: ['arrived'],
  buildings: ['budgetedInvestment', 'actualInvestment'],
  tasks: ['amount', 'fiscal'],
}

/** A value as its column of a table shows it. */
function inColumn(list: LedgerList, field: string, value: string): string {
  const yuan = moneyIn[list]?.includes(field) ? yuanOf(value) : undefined
  return yuan === undefined ? (chosen[list]?.[field]?.[value] ?? value) : inYuan(yuan)
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
