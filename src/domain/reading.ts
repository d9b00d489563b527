import type { Claim } from './claim.ts'
import type { Document, Part, Place } from './document.ts'
import type { Fact, Figure } from './fact.ts'

/** Everything a file says, ready to be checked: what `reading` hands to `rules`. */
export type Reading = {
  readonly document: Document
  readonly parts: readonly Part[]
  readonly figures: readonly Figure[]
  readonly facts: readonly Fact[]
  readonly claims: readonly Claim[]
  readonly indicators: readonly IndicatorRow[]
}

/** A stretch of text with its place; '' when the cell is blank. */
export type Words = { readonly text: string; readonly place: Place }

/**
 * One level-3 indicator as a self-evaluation or goal form prints it.
 *
 * table     number of the table it stands in; row: 1-based row of that table
 * group     level-1 and level-2 headings without their points: 产出指标 / 数量指标
 * filler    a template row (「……」 or blank): no indicator
 * target, actual, weight, score, reason   absent when the form has no such column; text '' when blank
 */
export type IndicatorRow = {
  readonly table: number
  readonly row: number
  readonly part: number
  readonly group: readonly [level1: string, level2: string]
  readonly name: Words
  readonly target?: Words
  readonly actual?: Words
  readonly weight?: Figure
  readonly score?: Figure
  readonly reason?: Words
  readonly filler: boolean
}
