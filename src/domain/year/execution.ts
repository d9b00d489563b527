import type { Big } from 'big.js'
import type { BudgetKind } from '../ledger/budget.ts'
import type { PaymentPlan, PlannedBy } from './payment-plan.ts'
import type { ReviewBounds } from './score-and-execution.ts'

/** 年初预算, 全年预算 and 全年执行 of something in 元; `rate` is spent ÷ final, absent where the budget is zero. */
export type Funds = { readonly original: Big; readonly final: Big; readonly spent: Big; readonly rate?: Big }

/** Of one project, or of basic spending when `project` is absent. */
export type ProjectExecution = Funds & {
  readonly project?: string
  readonly name: string
  readonly arrived?: Big
  /** What does not fit: spent beyond the budget, on an account nothing was granted for, before the money arrived. */
  readonly remarks: readonly string[]
}
/** Of one function code; `group`: the name of its 类, absent where the code is not known. */
export type AccountExecution = Funds & { readonly account: string; readonly name: string; readonly group?: string }

/**
 * A month's spending and where the year stands at its end.
 *
 * spent     in the month, `sum` up to its end; absent where that is not known: nothing was paid yet, or only a year-end
 *           summary of payments tells of the year
 * share     of the final budget spent by then; absent too where there is no budget
 * planned   share of the final budget the plan asks for by then; `warning` how far the real share falls behind it
 */
export type MonthExecution = {
  readonly month: number
  readonly spent?: Big
  readonly sum?: Big
  readonly share?: Big
  readonly planned: Big
  readonly warning?: ProgressWarning
}

/** 红 · 黄 · 绿: how the real share compares with the planned one. */
export type ProgressWarning = 'red' | 'yellow' | 'green'

/** 三公: of one kind, the year before and budget as recorded, actual as paid under these economic codes (prefixes); 元. */
export type ThreePublicLine = {
  readonly item: string
  readonly name: string
  readonly economic: readonly string[]
  readonly prior?: Big
  readonly budget?: Big
  readonly actual: Big
}

/** Where the money of a department and year stands. `steps`: from 年初预算 to 全年预算 by kind, 元 signed. */
export type Execution = {
  readonly total: Funds
  readonly steps: readonly { readonly kind: BudgetKind; readonly amount: Big }[]
  readonly projects: readonly ProjectExecution[]
  readonly accounts: readonly AccountExecution[]
  readonly months: readonly MonthExecution[]
  /** By what the months' planned shares go. */
  readonly plannedBy: PlannedBy
  readonly threePublic: readonly ThreePublicLine[]
}

/**
 * How spending and goals are watched over the year.
 *
 * curve   the rule pack's: share of the whole, in %, that should be reached by each month's end
 * own     the department's 既定支付进度, which spending is held to instead; absent where it set none
 */
export type MonitoringPlan = {
  readonly curve: PaymentPlan
  readonly own?: PaymentPlan
  /** Below this many % of the plan: red; below `yellow`: yellow. */
  readonly red: number
  readonly yellow: number
  /** Which scores are too good for what was spent. */
  readonly review: ReviewBounds
  readonly source: string
}
