import type { Big } from 'big.js'
import type { Sign } from './ledger/goal.ts'

/** What scoring needs to know of one indicator: kept with an evaluation, so that it can be replayed. */
export type ScoringInput = {
  readonly id: string
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly sign: Sign
  readonly target: Big | string
  readonly actual?: Big | string
  readonly unit: string
  readonly weight: Big
  readonly rule?: string
  readonly reason: string
  readonly override?: { readonly points: Big; readonly reason: string }
}

/**
 * Everything an evaluation is worked out from.
 *
 * entity   '' for the department, else the project's name
 * budget, spent   全年预算数 and 全年执行数 in one unit
 */
export type EvaluationInputs = {
  readonly entity: string
  readonly budget?: Big
  readonly spent?: Big
  readonly indicators: readonly ScoringInput[]
}

/**
 * Points of one indicator and why.
 *
 * points    absent where nothing can be said: no actual value, words that stand in no band
 * working   the arithmetic, in words and numbers
 * needed    what would have earned all points; absent when all were earned
 * remarks   what should be explained: far above the target, set by hand
 */
export type ScoredIndicator = {
  readonly input: ScoringInput
  readonly outcome: 'full' | 'partial' | 'zero' | 'undetermined'
  readonly points?: Big
  readonly working: string
  readonly needed?: string
  readonly remarks: readonly string[]
}

/**
 * A scored form.
 *
 * execution   points of 预算执行率; absent points when there is no budget
 * total       absent while any points are
 * faults      what keeps the form from being handed in, in Chinese
 */
export type Evaluation = {
  readonly pack: string
  readonly variant?: string
  readonly inputs: EvaluationInputs
  readonly execution: {
    readonly weight: Big
    readonly rate?: Big
    readonly points?: Big
    readonly working: string
    readonly needed?: string
    readonly remarks: readonly string[]
  }
  readonly indicators: readonly ScoredIndicator[]
  readonly full: Big
  readonly total?: Big
  readonly grade?: string
  readonly faults: readonly string[]
}
