import type { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import type { LeftOut } from '#domain/year/round.ts'
import { countRecords } from '../counting/count-records.ts'

/** `value`: absent where it is not known; `leftOut`: absent where no record lies after the day. */
type SoFar = { readonly value?: Big; readonly leftOut?: LeftOut }

/**
 * What the records count from the start of an indicator's period to a day YYYY-MM-DD, and which of them the day leaves out.
 * Where all that counts is put down on the year's last day as its sum, nothing is known of an earlier day, as little as of
 * spending of which only the year's total was paid in: it is no 0. A single thing done later is one: by then it was not done.
 */
export function countedSoFar(
  { actual }: IndicatorEntry,
  { year, workKinds, workRecords }: Pick<Ledger, 'year' | 'workKinds' | 'workRecords'>,
  until: string,
): SoFar {
  if (actual?.from !== 'counted') return {}
  const kind = workKinds.find(({ id }) => id === actual.kind)
  const rule = kind?.counts.find(({ id }) => id === actual.count)
  if (!kind || !rule || until < actual.since) return {}
  const { since } = actual
  const last = until < actual.until ? until : actual.until
  const soFar = countRecords(workRecords, kind, rule, { since, until: last })
  const whole = new Set(countRecords(workRecords, kind, rule, { since, until: actual.until }).records)
  const own = workRecords.filter((record) => record.kind === kind.id && record.date >= since)
  const later = own.filter(({ id, date }) => date > last && whole.has(id))
  const sums = later.filter(sumsUpOf(own, `${year}-12-31`))
  const isKnown = soFar.records.length > 0 || sums.length === 0
  const leftOut: LeftOut =
    sums.length > 0 ? { records: sums.length, why: 'sums-up-the-year' } : { records: later.length, why: 'later' }
  return {
    ...(isKnown && soFar.value ? { value: soFar.value } : {}),
    ...(later.length > 0 ? { leftOut } : {}),
  }
}

/**
 * Which records of a kind sum up its year: of its last day, with how many things they stand for, or because nothing of the
 * kind was written down on any other day. One thing among those of other days was done on the last day.
 */
function sumsUpOf(own: readonly WorkRecord[], lastDay: string): (record: WorkRecord) => boolean {
  const isWrittenAtEnd = own.every(({ date }) => date === lastDay)
  return ({ date, quantity }) => date === lastDay && (quantity !== undefined || isWrittenAtEnd)
}
