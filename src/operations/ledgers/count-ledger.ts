import type { Ledger } from '#domain/ledger/ledger.ts'
import type { CountingRule, WorkKind } from '#domain/ledger/work-ledger.ts'
import { type Period, countRecords } from '#rules/counting/count-records.ts'
import type { Counted } from '#rules/ledger/facts/derive-facts.ts'

/**
 * Every counting rule of every work ledger that has records, over the fiscal year, and over each other period an
 * indicator asks for. A rule that gives nothing is left out.
 */
export function countLedger(ledger: Ledger): Counted[] {
  const { workKinds, workRecords, year } = ledger
  const whole = { since: `${year}-01-01`, until: `${year}-12-31` }
  return workKinds.flatMap((kind) => {
    const own = workRecords.filter((record) => record.kind === kind.id)
    if (own.length === 0) return []
    return kind.counts.flatMap((rule) =>
      [whole, ...otherPeriods(ledger, kind, rule, whole)].flatMap((period) => {
        const counted = countRecords(own, kind, rule, period)
        const { value, unit } = counted
        if (value === undefined) return []
        const keys = (ids: readonly string[]) => ids.map((id) => `work:${kind.id}/${id}`)
        const [records, duplicates] = [keys(counted.records), keys(counted.duplicates)]
        const outOfPeriod = keys(counted.outOfPeriod)
        const what = { kind: kind.id, rule: rule.id, title: rule.name, value, unit }
        return [{ ...what, ...period, records, duplicates, outOfPeriod }]
      }),
    )
  })
}

/** Periods other than the year that indicators bound to a rule name, each once. */
function otherPeriods({ indicators }: Ledger, kind: WorkKind, rule: CountingRule, whole: Period): Period[] {
  const periods = new Map<string, Period>()
  for (const { actual } of indicators) {
    if (actual?.from !== 'counted' || actual.kind !== kind.id || actual.count !== rule.id) continue
    const { since, until } = actual
    if (since !== whole.since || until !== whole.until) periods.set(`${since} ${until}`, { since, until })
  }
  return [...periods.values()]
}
