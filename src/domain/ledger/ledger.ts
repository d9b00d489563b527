import type { BaseItem, Building } from './base-data.ts'
import type { PaymentPlan } from '../year/payment-plan.ts'
import type { BudgetLine, Payment, Project } from './budget.ts'
import type { Goal, IndicatorEntry, Scope } from './goal.ts'
import type { MainTask } from './main-task.ts'
import type { Division, Organisation } from './organisation.ts'
import type { StaffLine } from './staffing.ts'
import type { WorkKind, WorkRecord } from './work-ledger.ts'

/**
 * Everything one department recorded for one fiscal year: the one source a report set is written from.
 *
 * issueDate     成文日期 of the reports, YYYY-MM-DD; absent until they are signed
 * paymentPlan   既定支付进度 the department set itself; absent where it goes by its pack's
 */
export type Ledger = {
  readonly division: Division
  readonly department: Organisation
  readonly units: readonly Organisation[]
  readonly year: number
  readonly pack: string
  readonly staffing: readonly StaffLine[]
  readonly projects: readonly Project[]
  readonly budgetLines: readonly BudgetLine[]
  readonly payments: readonly Payment[]
  readonly baseItems: readonly BaseItem[]
  readonly buildings: readonly Building[]
  readonly savingMeasures?: string
  readonly issueDate?: string
  readonly paymentPlan?: PaymentPlan
  readonly tasks: readonly MainTask[]
  readonly goals: readonly Goal[]
  readonly indicators: readonly IndicatorEntry[]
  readonly workKinds: readonly WorkKind[]
  readonly workRecords: readonly WorkRecord[]
  readonly sections: readonly Section[]
  readonly papers: readonly Paper[]
  readonly monitoring: readonly MonitoringRound[]
  readonly evidence: readonly Evidence[]
  readonly openQuestions: readonly OpenQuestion[]
}

/**
 * A stretch of prose a clerk wrote for one heading of a report.
 *
 * outline   id of the heading in the pack's outline: 'benefit', 'problems' …
 * text      paragraphs parted by line ends; a bound number stands as {{measure@phase}}, {{count:kind.rule}} or
 *           {{value|evidence:paper}} for a number from outside with what proves it
 */
export type Section = { readonly scope: Scope; readonly outline: string; readonly text: string }

/** A paper the reports cite: title, 文号, date. */
export type Paper = { readonly id: string; readonly title: string; readonly number?: string; readonly date?: string }

/** Why a target may be missed 偏差原因: 经费保障 · 制度保障 · 人员保障 · 硬件条件保障 · 其他 (财预〔2019〕136号). */
export const varianceCauses = ['funds', 'rules', 'staff', 'hardware', 'other'] as const
export type VarianceCause = (typeof varianceCauses)[number]

/**
 * What a round says of one indicator.
 *
 * value         so far; `expected` what the whole year is expected to come to: words, as printed
 * possibility   whether the target can be reached: 确定能 · 有可能 · 完全不可能
 * causes        what kinds of reasons there are for falling behind, `reason` them in words 原因说明; `remark` 备注
 */
export type MonitoredValue = {
  readonly indicator: string
  readonly value: string
  readonly expected?: string
  readonly possibility?: string
  readonly causes?: readonly VarianceCause[]
  readonly reason?: string
  readonly remark?: string
}

/**
 * What was known at a day in the year: spending so far comes from the payments, values of indicators are written down.
 *
 * expectedSpending   what the department or a project is expected to spend in the whole year: 元, a decimal; `fiscal` of
 *                    it 财政拨款, where that is known
 */
export type MonitoringRound = {
  readonly until: string
  readonly values: readonly MonitoredValue[]
  readonly expectedSpending?: readonly { readonly scope: Scope; readonly amount: string; readonly fiscal?: string }[]
  readonly causes?: string
  readonly measures?: string
}

/**
 * A file that proves a number: `sha256` is its address in the store.
 *
 * proves   indicators it stands for, each with the required material 佐证资料 it is, where that is known
 */
export type Evidence = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly note?: string
  readonly proves?: readonly { readonly indicator: string; readonly requirement?: string }[]
}

/** Something the sources say two ways, what the ledger holds until a person decides, and where each was printed. */
export type OpenQuestion = {
  readonly id: string
  readonly question: string
  readonly holds: string
  readonly sources: readonly string[]
}
