import type { Big } from 'big.js'
import type { PackSource } from './pack.ts'

/**
 * Ratios of an older scoring table that are worked out as advice and never enter a score: data (data/diagnostics).
 *
 * region   beginning of the division codes it is for
 */
export type DiagnosticSet = {
  readonly id: string
  readonly title: string
  readonly region: string
  readonly sources: readonly PackSource[]
  readonly ratios: readonly DiagnosticRatio[]
}

/**
 * numerator, denominator   facts as 'measure@phase' or 'measure@phase@prior' for last year; a leading - takes away
 * scale   ceiling: full points up to `at` %, `lose` for every `step` begun beyond · floor: the same below · steps: the
 *         points of the first step whose `upTo` is not exceeded, else none
 */
export type DiagnosticRatio = {
  readonly id: string
  readonly name: string
  readonly numerator: readonly string[]
  readonly denominator: readonly string[]
  readonly full: Big
} & (
  | { readonly scale: 'ceiling' | 'floor'; readonly at: Big; readonly step: Big; readonly lose: Big }
  | { readonly scale: 'steps'; readonly steps: readonly { readonly upTo: Big; readonly points: Big }[] }
)

/** A ratio of a ledger, in %; without value where a figure is missing or the denominator is zero: then `working` says so. */
export type Diagnosis = {
  readonly ratio: DiagnosticRatio
  readonly value?: Big
  readonly points?: Big
  readonly working: string
}
