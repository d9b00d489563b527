import type { Big } from 'big.js'
import type { Role } from '../accounts/role.ts'
import type { PackSource } from '../pack.ts'

/** 拟稿 · 签批中 · 已批准 · 未批准 · 已撤回 · 已支付. */
export type RequestState = 'draft' | 'signing' | 'approved' | 'refused' | 'withdrawn' | 'paid'
/** 送签 · 签批 · 不同意 · 撤回 · 登记集体决策 · 登记支付. */
export type RequestAction = 'send' | 'sign' | 'refuse' | 'withdraw' | 'decide' | 'pay'

/**
 * One signature of the chain 联签会审.
 *
 * from     only requests of at least so many 元 need it
 * alsoBy   steps whose signer may sign this one too, where nobody else may sign twice
 */
export type SignOffStep = {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly from?: Big
  readonly alsoBy?: readonly string[]
}

/**
 * How expenditure is signed off in a place: data (data/expenditure.yaml).
 *
 * decideFrom    元 from which a collective decision 集体决策 comes before the last signature
 * overBalance   what a request beyond the budget is: an error can't be sent
 * samePerson    what a second signature of one account is: an error can't be signed
 */
export type SignOffRule = {
  readonly title: string
  readonly steps: readonly SignOffStep[]
  readonly decideFrom: Big
  readonly overBalance: 'error' | 'warning'
  readonly samePerson: 'error' | 'warning'
  readonly sources: readonly PackSource[]
}

/** The meeting that decided: its day, YYYY-MM-DD, and the number of its minutes 纪要编号. */
export type CollectiveDecision = { readonly date: string; readonly minutes: string }

/**
 * What is asked for 支出申请.
 *
 * id           number within the department and year
 * amount       元, exact, above zero
 * budgetLine   key of the budget line it is to be taken from, where the department says so
 */
export type ExpenditureRequest = {
  readonly id: string
  readonly organisation: string
  readonly project?: string
  readonly account: string
  readonly economic: string
  readonly budgetLine?: string
  readonly amount: Big
  readonly purpose: string
  readonly payee: string
}

/**
 * Something done with a request; steps are only ever added.
 *
 * who, login   name and login of the account that did it: the signature's person
 * signed       which step of the chain this signs
 */
export type RequestStep = {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly login: string
  readonly role: Role
  readonly action: RequestAction
  readonly state: RequestState
  readonly signed?: string
  readonly comment?: string
  readonly decision?: CollectiveDecision
  readonly voucher?: string
}

/** Money a request draws on: granted, paid already, asked for by other requests, and what is left without this one; 元. */
export type Balance = {
  readonly what: string
  readonly granted: Big
  readonly paid: Big
  readonly asked: Big
  readonly left: Big
}

/** A sentence about a request: an error keeps it from its next step. */
export type RequestRemark = { readonly severity: 'error' | 'warning'; readonly message: string }

/** Whether a request still counts against the budget: it is on its way or approved, and not yet among the payments. */
export function isAsked(state: RequestState): boolean {
  return state === 'signing' || state === 'approved'
}
