import { compared } from '../decimal-text.ts'

/**
 * From which score, of a hundred, and below which execution rate, in %, a score looks too good for what was spent.
 */
export type ReviewBounds = { readonly score: number; readonly execution: number }

/** What a score is held against: `score` of a hundred, `rate` 执行率 in %; absent where it can't be said. */
export type ScoreAndExecution = { readonly score?: string; readonly rate?: string }

/** Scored high, spent little: somebody should look. False where either can't be said. */
export function isHighForLittle({ score, rate }: ScoreAndExecution, bounds: ReviewBounds): boolean {
  if (score === undefined || rate === undefined) return false
  return compared(score, String(bounds.score)) >= 0 && compared(rate, String(bounds.execution)) < 0
}
