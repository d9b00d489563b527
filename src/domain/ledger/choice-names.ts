import type { BudgetKind, FundSource, SpendingNature } from './budget.ts'
import type { QuotaKind } from './staffing.ts'

export const budgetKinds = {
  original: '年初批复',
  supplement: '追加',
  reduction: '追减',
  transfer: '调剂',
  'carry-over': '上年结转',
} as const satisfies Record<BudgetKind, string>

export const fundSources = {
  'general-public': '一般公共预算',
  'government-managed': '政府性基金',
  'state-capital': '国有资本经营',
  'special-account': '财政专户管理资金',
  own: '单位资金',
  other: '其他资金',
} as const satisfies Record<FundSource, string>

export const spendingNatures = { basic: '基本支出', project: '项目支出' } as const satisfies Record<
  SpendingNature,
  string
>

export const projectNatures = { new: '新增', continued: '延续' } as const

export const quotaNames = {
  administrative: '行政编制',
  logistics: '机关后勤服务编制',
  'civil-servant-managed': '参公编制',
  'full-funded': '全额拨款事业编制',
  'part-funded': '差额拨款事业编制',
  other: '其他编制',
} as const satisfies Record<QuotaKind, string>

/** The columns of the base data. */
export const baseColumnNames = { 'prior-actual': '上年决算', original: '本年预算', actual: '本年决算' } as const
