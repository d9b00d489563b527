import type { Evidence, Finding, Severity } from '#domain/finding.ts'

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/**
 * Findings with one root become one: where a figure stands in several failing checks and no passing one vouches for
 * it, it is the likely root, and the weightiest finding on it carries the others as consequences.
 * Findings come out by place; the same finding found twice stands once.
 *
 * vouched   ids of figures that some passing check rests on
 */
export function groupByRoot(findings: readonly Finding[], vouched: ReadonlySet<number>): Finding[] {
  const distinct = [...new Map(findings.map((finding) => [identityOf(finding), finding])).values()]
  const byFigure = new Map<string, Finding[]>()
  for (const finding of distinct) {
    if (finding.severity === 'info') continue
    for (const key of suspects(finding, vouched)) byFigure.set(key, [...(byFigure.get(key) ?? []), finding])
  }
  const roots = [...byFigure.values()]
    .filter((group) => group.length > 1)
    .toSorted((left, right) => right.length - left.length)
  const taken = new Map<Finding, Finding[]>()
  const absorbed = new Set<Finding>()
  for (const group of roots) {
    const free = group.filter((finding) => !absorbed.has(finding) && !taken.has(finding))
    if (free.length < 2) continue
    const [lead, ...rest] = free.toSorted((left, right) => weight[left.severity] - weight[right.severity])
    taken.set(lead!, rest)
    rest.forEach((finding) => absorbed.add(finding))
  }
  const grouped = distinct
    .filter((finding) => !absorbed.has(finding))
    .map((finding) => withConsequences(finding, taken.get(finding) ?? []))
  return grouped.toSorted(
    (left, right) => placeOf(left) - placeOf(right) || weight[left.severity] - weight[right.severity],
  )
}

function withConsequences(finding: Finding, consequences: readonly Finding[]): Finding {
  return consequences.length > 0 ? { ...finding, consequences } : finding
}

function identityOf(finding: Finding): string {
  return [finding.rule, finding.message, ...finding.evidence.map(keyOf)].join('|')
}

function keyOf(evidence: Evidence): string {
  const place = 'figure' in evidence ? evidence.figure.place : evidence.place
  return `${place.block}.${place.row ?? ''}.${place.cell ?? ''}.${place.start}`
}

/** The places of a finding's figures that no passing check rests on; one number may have been read into two figures. */
function suspects(finding: Finding, vouched: ReadonlySet<number>): Set<string> {
  return new Set(
    finding.evidence.flatMap((evidence) =>
      'figure' in evidence && !vouched.has(evidence.figure.id) ? [keyOf(evidence)] : [],
    ),
  )
}

function placeOf(finding: Finding): number {
  const first = finding.evidence[0]
  if (!first) return 0
  const place = 'figure' in first ? first.figure.place : first.place
  return place.block * 1e6 + (place.row ?? 0) * 1e3 + (place.cell ?? 0)
}
