import type { Big } from 'big.js'

/** The whole department, or one project by id. */
export type Scope = 'department' | { readonly project: string }
export type Sign = '≥' | '>' | '=' | '≤' | '<' | '定性'

/** What was to be reached 绩效目标, and what was: text of the form's two boxes. */
export type Goal = {
  readonly scope: Scope
  readonly term: 'medium' | 'annual'
  readonly planned: string
  readonly achieved?: string
}

/**
 * Where an indicator's actual value comes from.
 *
 * entered   typed by a clerk, with the evidence that proves it
 * counted   a counting rule over a work ledger for a period (dates inclusive)
 * fact      a fact of the ledger itself: a rate or an amount
 */
export type ActualSource =
  | { readonly from: 'entered'; readonly value: Big | string; readonly evidence?: readonly string[] }
  | {
      readonly from: 'counted'
      readonly kind: string
      readonly count: string
      readonly since: string
      readonly until: string
    }
  | { readonly from: 'fact'; readonly measure: string; readonly phase: string }

/**
 * One row of an indicator grid.
 *
 * level1, level2   names as the form prints them: 产出指标, 数量指标
 * target           number in `unit`, or the words of a qualitative target
 * weight           points of 100
 * rule             how points are given; absent: by the pack's rule for the sign
 * basis            why the target is what it is 指标值设定依据
 * explanation      what the indicator means and how it is worked out 指标解释
 * override         points set by hand in place of the computed ones, with the reason
 */
export type IndicatorEntry = {
  readonly id: string
  readonly scope: Scope
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly sign: Sign
  readonly target: Big | string
  readonly unit: string
  readonly weight: Big
  readonly rule?: string
  readonly basis?: string
  readonly explanation?: string
  readonly evidenceRequired?: readonly string[]
  readonly actual?: ActualSource
  readonly varianceReason?: string
  readonly improvement?: string
  readonly override?: { readonly points: Big; readonly reason: string }
}
