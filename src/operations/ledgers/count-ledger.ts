import type { Ledger } from '#domain/ledger/ledger.ts'
import { countRecords } from '#rules/counting/count-records.ts'
import type { Counted } from '#rules/ledger/derive-facts.ts'

/** Every counting rule of every work ledger that has records, over the fiscal year. A rule that gives nothing is left out. */
export function countLedger({ workKinds, workRecords, year }: Ledger): Counted[] {
  const period = { since: `${year}-01-01`, until: `${year}-12-31` }
  return workKinds.flatMap((kind) => {
    const own = workRecords.filter((record) => record.kind === kind.id)
    if (own.length === 0) return []
    return kind.counts.flatMap((rule) => {
      const { value, unit, records } = countRecords(own, kind, rule, period)
      if (value === undefined) return []
      const keys = records.map((id) => `work:${kind.id}/${id}`)
      return [{ kind: kind.id, rule: rule.id, title: rule.name, value, unit, records: keys }]
    })
  })
}
