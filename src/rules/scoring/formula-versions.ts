import type { Evaluation, EvaluationInputs } from '#domain/evaluation.ts'
import type { ScoringRules } from '#domain/pack.ts'
import { evaluate } from './evaluate.ts'

/** A way of working points out of inputs and rules: all formulas, rounding, totals and grades together. */
export type Evaluator = (inputs: EvaluationInputs, rules: ScoringRules) => Evaluation

/**
 * The versions of the formulas the product still holds, by number. A change that gives any input other points is a new
 * version beside the old one, whose code stays: scores that were given under it are replayed under it (`data/formulas`
 * has examples of each version, which never change).
 */
const held: ReadonlyMap<number, Evaluator> = new Map([
  [1, withoutOvershoot],
  [2, evaluate],
])

/** The first version took nothing off for targets set too low, whatever a pack says of it. */
function withoutOvershoot(inputs: EvaluationInputs, { overshoot: _none, ...rules }: ScoringRules): Evaluation {
  return evaluate(inputs, rules)
}

/** The formulas scores are given by now. */
export const currentFormulas: Evaluator = evaluate

/** The version of the current formulas. */
export const formulaVersion = 2

/** The formulas of a version, or nothing where the product does not hold them (any more, or yet). */
export function formulasOf(version: number): Evaluator | undefined {
  return held.get(version)
}

/** The versions that are held, oldest first. */
export function heldVersions(): number[] {
  return [...held.keys()].toSorted((a, b) => a - b)
}
