import type { Sign } from '../ledger/goal.ts'
import type { LedgerFact } from './printed-report.ts'

/**
 * A self-evaluation form with every point worked out, ready to be printed.
 *
 * entity      '' for the department, else the project's name
 * execution   the line 年度资金总额: points it can earn, rate and points earned
 * total       sum of all points earned, absent while an indicator can't be scored; `full` of all that can be earned, 100
 */
export type EvaluatedForm = {
  readonly entity: string
  readonly execution?: { readonly weight: LedgerFact; readonly score?: LedgerFact }
  readonly rows: readonly EvaluatedRow[]
  readonly full: LedgerFact
  readonly total?: LedgerFact
  readonly grade: string
  readonly groups: readonly { readonly level1: string; readonly weight: LedgerFact }[]
}

/**
 * One indicator as the form prints it.
 *
 * target, actual   words with their numbers as the form prints them: '≥12次', '95.00%'
 * reason           偏差原因分析及改进措施, '' when no point was lost
 */
export type EvaluatedRow = {
  readonly id: string
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly sign: Sign
  readonly unit: string
  readonly target: readonly (string | LedgerFact)[]
  readonly actual: readonly (string | LedgerFact)[]
  readonly weight: LedgerFact
  readonly score?: LedgerFact
  readonly reason: string
  readonly working: string
}
