import type { Locus } from './locus.ts'
import type { Figure } from './fact.ts'
import type { Place } from './document.ts'

export type Severity = 'error' | 'warning' | 'info'

/** One side of a finding: a figure, or a stretch of text without a number. */
export type Evidence = { readonly figure: Figure } | { readonly place: Place; readonly text: string }

/**
 * A contradiction, or something that probably is one.
 *
 * rule         stable rule id: 'sum.parts-of-whole', 'I28', …
 * message      a sentence in Chinese a clerk understands
 * expression   the arithmetic written out: 「852.47 + 347.26 + … = 1285.30 ≠ 1286.05」
 * difference   decimal text in `unit`
 * cause        the likely cause, where one fits
 * suggestion   the one value that mends everything, where only one does
 * evidence     both sides, the accused first
 * firm         the words leave no doubt which numbers are meant: that they differ by much is no reason to doubt it
 * roots        ids of figures that may be wrong: findings that share one may have one root
 */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly expression?: string
  readonly difference?: string
  readonly unit?: string
  readonly cause?: string
  readonly suggestion?: string
  readonly firm?: true
  readonly evidence: readonly Evidence[]
  readonly consequences?: readonly Finding[]
}

/** The number a finding accuses first; undefined where it accuses words. */
export function accusedIn({ evidence: [first] }: Finding): Figure | undefined {
  return first && 'figure' in first ? first.figure : undefined
}

/** The four outcomes of a rule, counted for the coverage table. */
export type Outcome = 'holds' | 'contradiction' | 'undetermined' | 'not-applicable'
export type Coverage = {
  readonly holds: number
  readonly contradictions: number
  readonly undetermined: number
  readonly notApplicable: number
}

/** One row of the coverage table: a rule, how often each outcome came, and what was missing where it could not judge. */
export type RuleCoverage = Coverage & {
  readonly rule: string
  readonly title: string
  readonly missing: readonly string[]
}

/** The audit as it leaves the program (`--format json`): version 1, see docs/audit.schema.json. */
export type AuditOutput = { readonly version: 1; readonly reports: readonly AuditedFile[] }
export type AuditedFile = {
  readonly file: string
  readonly parts: readonly { title: string; kind: string; entity?: string; year?: number }[]
  readonly coverage: Coverage
  readonly findings: readonly PrintedFinding[]
  readonly problems: readonly PrintedProblem[]
}
export type PrintedFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly expression?: string
  readonly difference?: string
  readonly unit?: string
  readonly cause?: string
  readonly suggestion?: string
  readonly evidence: readonly PrintedEvidence[]
  readonly consequences?: readonly PrintedFinding[]
}
export type PrintedEvidence = {
  readonly text: string
  readonly value?: string
  readonly unit?: string
  readonly part: string
  readonly locus: Locus
}
export type PrintedProblem = { readonly code: string; readonly message: string; readonly locus?: Locus }
