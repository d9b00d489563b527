import type { PartKind } from '#domain/document.ts'
import type { RuleCoverage, Severity } from '#domain/finding.ts'
import type { Locus } from '#domain/locus.ts'
import type { Passage } from '#domain/passage.ts'

/** An audit as the reading room shows it: plain data, every number with what it means, every place with its words. */
export type AuditView = {
  readonly file: string
  readonly format: string
  readonly parts: readonly PartView[]
  readonly blocks: readonly BlockView[]
  readonly findings: readonly FindingView[]
  readonly rules: readonly RuleCoverage[]
  readonly problems: readonly { readonly code: string; readonly message: string; readonly fatal: boolean }[]
  readonly counts: Counts
}

/** Block indices are [from, to). */
export type PartView = {
  readonly index: number
  readonly title: string
  readonly kind: PartKind
  readonly from: number
  readonly to: number
}

/** How many findings of each severity, and how many numbers were read. */
export type Counts = {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly figures: number
}

export type BlockView =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly level?: number
      readonly role?: string
      readonly marks: readonly MarkView[]
    }
  | {
      readonly kind: 'table'
      readonly number: number
      readonly name?: string
      readonly rows: readonly (readonly CellView[])[]
    }

export type CellView = {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly marks: readonly MarkView[]
}

/**
 * A number in a text, characters [start, end).
 *
 * unit     printed beside it or in the head of its column; '' when unknown
 * means    what it was read as; empty when no fixed label binds it
 */
export type MarkView = {
  readonly figure: number
  readonly start: number
  readonly end: number
  readonly unit: string
  readonly means: readonly MeaningView[]
}

/** A fact in words: measure 公用经费, phase 执行, entity '' for the reporting unit. */
export type MeaningView = {
  readonly measure: string
  readonly phase: string
  readonly entity: string
  readonly year?: number
  readonly certain: boolean
}

/** key: the same for the same finding in the same file, also after a restart; decisions hang on it. */
export type FindingView = {
  readonly key: string
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly message: string
  readonly expression?: string
  readonly difference?: string
  readonly unit?: string
  readonly cause?: string
  readonly suggestion?: string
  readonly places: readonly PlaceView[]
  readonly passages: readonly Passage[]
  readonly consequences: readonly FindingView[]
}

/** One side of a finding: where it stands. */
export type PlaceView = {
  readonly part: number
  readonly block: number
  readonly row?: number
  readonly cell?: number
  readonly start: number
  readonly end: number
  readonly locus: Locus
}
