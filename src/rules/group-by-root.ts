import type { Evidence, Finding, Severity } from '#domain/finding.ts'

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/**
 * Findings with one root become one: where a figure stands in several failing checks and no passing one vouches for
 * it, it is the likely root, and the weightiest finding on it carries the others as consequences.
 * Findings come out by place; the same finding found twice stands once.
 *
 * vouched   ids of figures that some passing check rests on: one that another number would not have passed
 */
export function groupByRoot(findings: readonly Finding[], vouched: ReadonlySet<number>): Finding[] {
  const distinct = [...Map.groupBy(findings, identityOf).values()].map(weightiest)
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

/** A rule that holds the same numbers against each other twice, as a form and as an identity, says one thing. */
function identityOf(finding: Finding): string {
  const { rule, message, evidence } = finding
  return [rule, numbersOf(finding) ?? [message, ...evidence.map(keyOf)].join('|')].join('|')
}

/** The numbers a finding holds against each other, whatever their order; undefined where it accuses words or one number. */
function numbersOf({ evidence }: Finding): string | undefined {
  const isOfNumbers = evidence.length > 1 && evidence.every((each) => 'figure' in each)
  return isOfNumbers ? evidence.map(keyOf).toSorted().join('|') : undefined
}

function weightiest([first, ...others]: readonly Finding[]): Finding {
  return others.reduce((most, each) => (weight[each.severity] < weight[most.severity] ? each : most), first!)
}

function keyOf(evidence: Evidence): string {
  const place = 'figure' in evidence ? evidence.figure.place : evidence.place
  return `${place.block}.${place.row ?? ''}.${place.cell ?? ''}.${place.start}`
}

/**
 * The places of a finding's figures that no passing check rests on; one number may have been read into two figures. Two
 * rules that hold the same numbers against each other have one root, whatever vouches for them.
 */
function suspects(finding: Finding, vouched: ReadonlySet<number>): Set<string> {
  const places = finding.evidence.flatMap((evidence) => (isVouched(evidence, vouched) ? [] : [keyOf(evidence)]))
  return new Set([...places, ...[numbersOf(finding) ?? []].flat()])
}

/** A cell that prints more than a number, 「≥39期」, is told as words; what is said in words alone is no figure. */
function isVouched(evidence: Evidence, vouched: ReadonlySet<number>): boolean {
  if ('figure' in evidence) return vouched.has(evidence.figure.id)
  return evidence.place.row === undefined || !/\d/.test(evidence.text)
}

function placeOf(finding: Finding): number {
  const first = finding.evidence[0]
  if (!first) return 0
  const place = 'figure' in first ? first.figure.place : first.place
  return place.block * 1e6 + (place.row ?? 0) * 1e3 + (place.cell ?? 0)
}
