import type { Big } from 'big.js'

/**
 * A main task of the year 年度主要任务 in the department's goal form, with the budget set aside for it.
 *
 * name       as the form prints it; tells two tasks of a ledger apart
 * content    主要内容
 * projects   ids of projects whose original budgets are the task's money; what is typed counts only without any
 * amount     元, of all funds; `fiscal` of it 财政拨款, the rest is 其他资金
 */
export type MainTask = {
  readonly name: string
  readonly content: string
  readonly projects?: readonly string[]
  readonly amount?: Big
  readonly fiscal?: Big
}
