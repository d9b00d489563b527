import type { Evidence, Finding, Severity } from '#domain/finding.ts'
import type { Verdict } from '../rule.ts'

/** A contradiction of a wording rule. */
export function reported(
  rule: string,
  severity: Severity,
  message: string,
  evidence: readonly Evidence[],
  more: Pick<Finding, 'suggestion' | 'cause' | 'expression'> = {},
): Verdict {
  return { outcome: 'contradiction', finding: { rule, severity, message, evidence, ...more } }
}

/** The verdicts, or one that the rule holds where there are none. */
export function orHolds(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.length > 0 ? [...verdicts] : [{ outcome: 'holds' }]
}

/** 「（共5处）」 where there is more than one. */
export function placesOf(evidence: readonly Evidence[]): string {
  return evidence.length > 1 ? `（共${evidence.length}处）` : ''
}

/** The words of the first piece of evidence, cut to `most` characters. */
export function firstText(evidence: readonly Evidence[], most = 30): string {
  const first = evidence[0]
  return first && 'text' in first ? first.text.slice(0, most) : ''
}
