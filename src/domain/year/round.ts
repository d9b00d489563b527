import type { Big } from 'big.js'
import type { ProgressWarning } from './execution.ts'

/**
 * Where an indicator stands on the day of a monitoring round.
 *
 * counted    what its work ledger counts up to that day; absent where its value is typed
 * share      of the target reached; absent where words or a ceiling are the target
 * planned    share the plan asks for by then: a rate asks for all of it at any time
 * forecast   the year's value if it goes on like this: value ÷ planned, in the indicator's unit
 * warning    absent where nothing can be told
 */
export type IndicatorProgress = {
  readonly indicator: string
  readonly counted?: Big
  readonly share?: Big
  readonly planned?: Big
  readonly forecast?: Big
  readonly warning?: ProgressWarning
}

/**
 * 双监控 on one day (财预〔2019〕136号): spending and goals, each beside the plan.
 *
 * spent, final   元: paid up to the day, 全年预算数
 * share          absent without a budget, or where payments are a year-end summary only
 * forecast       元: the year's spending if it goes on like this
 */
export type RoundProgress = {
  readonly until: string
  readonly spent: Big
  readonly final: Big
  readonly planned: Big
  readonly share?: Big
  readonly forecast?: Big
  readonly warning?: ProgressWarning
  readonly indicators: readonly IndicatorProgress[]
}
