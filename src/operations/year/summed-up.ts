import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { countRecords } from '#rules/counting/count-records.ts'

/**
 * Indicators that are counted from records of which nothing is left once those that sum up the whole year on its last day
 * are taken away: what they come to on an earlier day is not known, as little as spending of which only the year's total
 * was paid in.
 */
export function summedUpOnly(ledger: Ledger, until: string): ReadonlySet<string> {
  const lastDay = `${ledger.year}-12-31`
  if (until >= lastDay) return new Set()
  const isSum = ({ date, quantity }: WorkRecord) => quantity !== undefined && date === lastDay
  const summedKinds = new Set(ledger.workRecords.filter(isSum).map(({ kind }) => kind))
  const recordsOf = Map.groupBy(
    ledger.workRecords.filter(({ kind }) => summedKinds.has(kind)),
    ({ kind }) => kind,
  )
  const summed = ledger.indicators.filter((indicator) => {
    const records = (indicator.actual?.from === 'counted' && recordsOf.get(indicator.actual.kind)) || []
    const single = records.filter((record) => !isSum(record))
    return rests(indicator, ledger, records) && !rests(indicator, ledger, single)
  })
  return new Set(summed.map(({ id }) => id))
}

/** Whether any of the records is counted for an indicator. */
function rests({ actual }: IndicatorEntry, { workKinds }: Ledger, records: Ledger['workRecords']): boolean {
  if (actual?.from !== 'counted') return false
  const kind = workKinds.find(({ id }) => id === actual.kind)
  const rule = kind?.counts.find(({ id }) => id === actual.count)
  return kind !== undefined && rule !== undefined && countRecords(records, kind, rule, actual).records.length > 0
}
