import { Big } from 'big.js'
import type { Claim, Term } from '#domain/claim.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import { unitFactor, type Unit } from '#domain/unit.ts'
import type { Verdict } from '../rule.ts'

/** What a judge found out about a failing claim; the rest of the finding follows from the claim. */
export type Failure = {
  readonly message: string
  readonly expression: string
  readonly difference?: Big
  readonly unit?: Unit
  readonly cause?: string
  readonly suggestion?: string
  readonly terms: readonly Term[]
  readonly severity?: Severity
}

/**
 * The finding of a failing claim: an error where the binding is certain, else a warning that says why only probable.
 * `difference` is given in base units and printed in `unit`.
 */
export function contradiction(claim: Claim, failure: Failure): Verdict {
  const severity = failure.severity ?? (claim.certain ? 'error' : 'warning')
  const doubt = claim.because && severity === 'warning' ? `（${claim.because}，请核对）` : ''
  const finding: Finding = {
    rule: claim.rule,
    severity,
    message: failure.message + doubt,
    expression: failure.expression,
    ...(failure.difference && failure.unit ? differenceIn(failure.difference, failure.unit) : {}),
    ...(failure.cause ? { cause: failure.cause } : {}),
    ...(failure.suggestion ? { suggestion: failure.suggestion } : {}),
    ...(claim.firm ? { firm: true as const } : {}),
    evidence: failure.terms.map((term) => ({ figure: term.figure })),
  }
  return { outcome: 'contradiction', finding }
}

function differenceIn(difference: Big, unit: Unit): { difference: string; unit: string } {
  const printed = new Big(difference.div(unitFactor(unit)).round(6).toString())
  return { difference: printed.toFixed(), unit: unit.kind === 'share' ? '个百分点' : unit.scale + unit.name }
}

/** The verdict of a claim that holds, vouching for its figures. */
export function holds(terms: readonly Term[]): Verdict {
  return { outcome: 'holds', figures: terms.map((term) => term.figure.id) }
}
