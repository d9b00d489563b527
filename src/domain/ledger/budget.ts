import type { Big } from 'big.js'

/** 年初批复 · 追加 · 追减 · 调剂 · 上年结转. */
export type BudgetKind = 'original' | 'supplement' | 'reduction' | 'transfer' | 'carry-over'
/** 一般公共预算 · 政府性基金 · 国有资本经营 · 财政专户管理资金 · 单位资金 · 其他资金. */
export type FundSource = 'general-public' | 'government-managed' | 'state-capital' | 'special-account' | 'own' | 'other'
/** 基本支出 · 项目支出. */
export type SpendingNature = 'basic' | 'project'

/**
 * One line of budget granted, taken away or moved.
 *
 * key        natural key within the department and year (the document's line number); imports match on it
 * amount     元, exact; a reduction is recorded as a positive amount of kind 'reduction', a transfer is signed
 * account    function code 功能分类, seven digits: 2010302
 * economic   economic code 部门预算经济分类, three or five digits: 302, 30217
 * project    project id; absent for basic spending
 * document   the paper that granted it 文号; `date` its date, YYYY-MM-DD
 */
export type BudgetLine = {
  readonly key: string
  readonly organisation: string
  readonly kind: BudgetKind
  readonly source: FundSource
  readonly nature: SpendingNature
  readonly account: string
  readonly economic?: string
  readonly project?: string
  readonly amount: Big
  readonly document?: string
  readonly date?: string
  readonly note?: string
}

/**
 * A payment of the central treasury 国库集中支付, or a year-end summary of such payments.
 *
 * voucher   凭证号: natural key within the department and year
 * amount    元, exact; a refund is negative
 * payee     kept out of every export unless asked for: it may name a person
 */
export type Payment = {
  readonly voucher: string
  readonly organisation: string
  readonly date: string
  readonly amount: Big
  readonly source: FundSource
  readonly nature: SpendingNature
  readonly account: string
  readonly economic: string
  readonly project?: string
  readonly payee?: string
  readonly purpose?: string
}

/**
 * A project with its own report.
 *
 * evaluated   whether the department writes a self-evaluation report and form for it this year
 * arrived     funds that reached the unit by year's end, 元; absent where nobody recorded it
 */
export type Project = {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly organisation: string
  readonly nature?: 'new' | 'continued'
  readonly period?: string
  readonly evaluated: boolean
  readonly summary?: string
  readonly arrived?: Big
}
