import type { LedgerFact, ReportSet } from '#domain/report/printed-report.ts'

// A set's reports are written one after the other: its facts are sorted out once.
const known = new WeakMap<ReportSet['facts'], ReadonlyMap<string, LedgerFact>>()

/** The facts of a set by their id. */
export function factsById({ facts }: ReportSet): ReadonlyMap<string, LedgerFact> {
  let byId = known.get(facts)
  if (!byId) {
    byId = new Map(facts.map((fact) => [fact.id, fact]))
    known.set(facts, byId)
  }
  return byId
}

/** The day a report's year ends: the only date a report has, and so the date of its files. */
export function fileDate(year: number): string {
  return `${String(year).padStart(4, '0')}-12-31T00:00:00Z`
}
