import type { Big } from 'big.js'
import type { ProgressWarning } from './execution.ts'
import type { PlannedBy } from './payment-plan.ts'

/**
 * Records an indicator is counted from that lie after the day of a round: done later, or written down on the year's last
 * day to sum it up, of which only the year's sum is known.
 */
export type LeftOut = { readonly records: number; readonly why: 'later' | 'sums-up-the-year' }

/**
 * Where an indicator stands on the day of a monitoring round.
 *
 * counted    what its work ledger counts up to that day; absent where its value is typed, or not known on that day
 * leftOut    records that don't count yet; absent where there are none
 * share      of the target reached; absent where words or a ceiling are the target
 * planned    share the plan asks for by then: a rate asks for all of it at any time
 * forecast   the year's value if it goes on like this: value ÷ planned, in the indicator's unit
 * warning    absent where nothing can be told
 */
export type IndicatorProgress = {
  readonly indicator: string
  readonly counted?: Big
  readonly leftOut?: LeftOut
  readonly share?: Big
  readonly planned?: Big
  readonly forecast?: Big
  readonly warning?: ProgressWarning
}

/**
 * 双监控 on one day (财预〔2019〕136号): spending and goals, each beside the plan.
 *
 * spent, final   元: paid up to the day, 全年预算数
 * planned        share of 全年预算 that should be paid by then; `plannedBy` what it goes by, `goalsBy` what the goals' go by
 * share          absent without a budget, or where payments are a year-end summary only
 * paymentRate    支付进度率: share ÷ planned; absent with share, and where nothing need be paid yet
 * forecast       元: the year's spending if it goes on like this
 */
export type RoundProgress = {
  readonly until: string
  readonly spent: Big
  readonly final: Big
  readonly planned: Big
  readonly plannedBy: PlannedBy
  readonly goalsBy: Exclude<PlannedBy, 'own'>
  readonly share?: Big
  readonly paymentRate?: Big
  readonly forecast?: Big
  readonly warning?: ProgressWarning
  readonly indicators: readonly IndicatorProgress[]
}
