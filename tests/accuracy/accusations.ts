import type { Audit } from '#domain/audit.ts'
import { textAround } from '#domain/document.ts'
import type { Finding } from '#domain/finding.ts'

/** What was said of an agreeing report, with the words around each number. */
export type Accusation = {
  severity: 'error' | 'warning'
  rule: string
  message: string
  quotes: string[]
}

/** The errors and warnings of an audit; on an agreeing report every one is false. */
export function accusationsOf(audit: Audit): Accusation[] {
  return audit.findings.flatMap((finding) => accusationOf(audit, finding))
}

/** What tells the findings of an audit apart from those of another one of nearly the same report. */
export function keysOf(audit: Audit): ReadonlySet<string> {
  return new Set(audit.findings.flatMap(flattened).map(keyOf))
}

/** Errors and warnings, consequences included, that are not `known`. */
export function freshFindings(audit: Audit, known: ReadonlySet<string>): Finding[] {
  const loud = audit.findings.flatMap(flattened).filter(({ severity }) => severity !== 'info')
  return loud.filter((finding) => !known.has(keyOf(finding)))
}

/** A finding and everything grouped under it. */
function flattened(finding: Finding): Finding[] {
  return [finding, ...(finding.consequences ?? []).flatMap(flattened)]
}

function keyOf(finding: Finding): string {
  return `${finding.rule}|${finding.severity}|${finding.message}|${finding.expression ?? ''}`
}

function accusationOf(audit: Audit, finding: Finding): Accusation[] {
  if (finding.severity === 'info') return []
  const quotes = finding.evidence.map((each) => {
    const place = 'figure' in each ? each.figure.place : each.place
    const text = audit.document ? textAround(audit.document, place) : ''
    const shown = 'figure' in each ? each.figure.text : each.text
    return `${shown} ⟵ ${text.slice(Math.max(0, place.start - 60), place.end + 60).replaceAll('\n', '')}`
  })
  return [{ severity: finding.severity, rule: finding.rule, message: finding.message, quotes }]
}
