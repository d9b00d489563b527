import { Big } from 'big.js'
import { divide } from '#domain/arithmetic.ts'
import type { Condition, CountingRule, WorkKind, WorkRecord } from '#domain/ledger/work-ledger.ts'

/** Days YYYY-MM-DD, both counted in. */
export type Period = { readonly since: string; readonly until: string }

/**
 * A number drawn from records, and where it comes from.
 *
 * value         in `unit`; a rate in % is 95.5, otherwise a share of 1; undefined where nothing can be said: a rate
 *               over nothing, the latest value of nothing
 * records       ids of the records the number rests on, by date then id
 * duplicates    ids left out because a later record of the period speaks of the same thing
 * outOfPeriod   ids of records of the kind outside the period
 */
export type Counted = {
  readonly value: Big | undefined
  readonly unit: string
  readonly records: readonly string[]
  readonly duplicates: readonly string[]
  readonly outOfPeriod: readonly string[]
}

const zero = new Big(0)
const decimal = /^-?\d+(\.\d+)?$/

/**
 * Draws a number from work records by a rule of their kind.
 *
 * Records with one key are one thing, and the last of them in the period (by date, then id) speaks for it; a record
 * with a blank in its key stands for itself. `where` is asked after that. A summary record counts `quantity` times in
 * count and rate (of records); its values are those of the whole, so that sum and latest take them as they stand. A blank field is
 * left out of distinct, sum and latest; a sum of blanks alone is not known, nor a rate where no record tells what it asks. In keys and conditions 'date' and 'organisation' name those of the record.
 */
export function countRecords(
  records: readonly WorkRecord[],
  kind: Pick<WorkKind, 'id' | 'key'>,
  rule: CountingRule,
  period: Period,
): Counted {
  const own = records.filter((record) => record.kind === kind.id).toSorted(byDateThenId)
  const inPeriod = own.filter(({ date }) => date >= period.since && date <= period.until)
  const lastOf = new Map(inPeriod.map((record) => [thingOf(record, kind.key), record]))
  const things = inPeriod.filter((record) => lastOf.get(thingOf(record, kind.key)) === record)
  const chosen = things.filter((record) => meetsAll(record, rule.where))
  const { value, from } = ways[rule.how](chosen, rule)
  return {
    value,
    unit: rule.unit,
    records: from.map(({ id }) => id),
    duplicates: inPeriod.filter((record) => lastOf.get(thingOf(record, kind.key)) !== record).map(({ id }) => id),
    outOfPeriod: own.filter(({ date }) => date < period.since || date > period.until).map(({ id }) => id),
  }
}

type Drawn = { readonly value: Big | undefined; readonly from: readonly WorkRecord[] }

const ways: Record<CountingRule['how'], (records: readonly WorkRecord[], rule: CountingRule) => Drawn> = {
  count: (records) => ({ value: quantityOf(records), from: records }),
  distinct: (records, { field = '' }) => {
    const from = records.filter((record) => fieldOf(record, field) !== '')
    return { value: new Big(new Set(from.map((record) => fieldOf(record, field))).size), from }
  },
  sum: (records, { field = '' }) => {
    const from = records.filter((record) => decimal.test(fieldOf(record, field)))
    // Where there are records and none of them tells an amount, the sum is not known.
    return { value: from.length === 0 && records.length > 0 ? undefined : sumOf(from, field), from }
  },
  rate: (records, { of, unit, field }) => {
    const from = field === undefined ? records : records.filter((record) => decimal.test(fieldOf(record, field)))
    const size = (own: readonly WorkRecord[]) => (field === undefined ? quantityOf(own) : sumOf(own, field))
    const whole = size(from)
    if (whole.eq(0) || !from.some((record) => tells(record, of))) return { value: undefined, from }
    const part = size(from.filter((record) => meetsAll(record, of)))
    return { value: divide(unit === '%' ? part.times(100) : part, whole), from }
  },
  latest: (records, { field = '' }) => {
    const last = records.findLast((record) => decimal.test(fieldOf(record, field)))
    return { value: last && new Big(fieldOf(last, field)), from: last ? [last] : [] }
  },
}

function quantityOf(records: readonly WorkRecord[]): Big {
  return records.reduce((sum, { quantity }) => sum.plus(quantity ?? 1), zero)
}

function sumOf(records: readonly WorkRecord[], field: string): Big {
  return records.reduce((sum, record) => sum.plus(fieldOf(record, field)), zero)
}

/** The thing a record speaks of; a record with a blank in its key is told apart by its id alone. */
function thingOf(record: WorkRecord, key: readonly string[]): string {
  const parts = key.map((field) => fieldOf(record, field))
  return parts.length === 0 || parts.includes('') ? `id:${record.id}` : `key:${JSON.stringify(parts)}`
}

function meetsAll(record: WorkRecord, conditions: readonly Condition[] = []): boolean {
  return conditions.every((condition) => condition.in.includes(fieldOf(record, condition.field)))
}

/** Whether a record says anything of what a rate asks. */
function tells(record: WorkRecord, conditions: readonly Condition[] = []): boolean {
  return conditions.length === 0 || conditions.some(({ field }) => fieldOf(record, field) !== '')
}

function fieldOf(record: WorkRecord, field: string): string {
  if (field === 'date') return record.date
  if (field === 'organisation') return record.organisation
  return (record.values[field] ?? '').trim()
}

function byDateThenId(left: WorkRecord, right: WorkRecord): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1
  if (left.id === right.id) return 0
  return left.id < right.id ? -1 : 1
}
