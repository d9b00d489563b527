import type { Ledger } from '#domain/ledger/ledger.ts'
import { readRecordsOutside } from '#storage/counts/records-outside.ts'
import { readWorkCounts } from '#storage/counts/work-counts.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { askDatabase } from '../database/ask-database.ts'
import { countLedger } from './count-ledger.ts'
import { openLedger } from './open-ledger.ts'
import { parseLedgerName } from './stored-ledger.ts'

/** One count as a person reads it: 「会议 召开会议 26次」. */
type Line = {
  readonly kind: string
  readonly rule: string
  readonly value: string
  readonly repeated: number
  readonly outside: number
}
export type CountedLines =
  | { readonly lines: readonly string[]; readonly faults?: never }
  | { readonly lines?: never; readonly faults: readonly string[] }

/**
 * What the work ledgers of a ledger come to over its year. Of one in the database the counts kept there are read, not
 * the records. A refusal is a fault, never thrown.
 */
export async function countLines(path: string): Promise<CountedLines> {
  const scope = parseLedgerName(path)
  if (!scope) {
    const { ledger, faults } = await openLedger(path)
    return ledger ? { lines: worded(ledger, countedIn(ledger)) } : { faults }
  }
  const { answer, fault } = await askDatabase(async (database) => {
    const head = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
    const kept = await readWorkCounts(database, scope)
    const outside = await readRecordsOutside(database, scope)
    const shown = kept.map(({ value, ...rest }) => ({
      ...rest,
      value: value?.round(2).toFixed() ?? nothing,
      outside: outside.get(rest.kind) ?? 0,
    }))
    return worded(head, shown)
  })
  return answer ? { lines: answer } : { faults: [fault] }
}

/** What a count comes to that no record speaks of. */
const nothing = '—'

function countedIn(ledger: Ledger): Line[] {
  const whole = `${ledger.year}-01-01`
  return countLedger(ledger)
    .filter(({ since, until }) => since === whole && until === `${ledger.year}-12-31`)
    .map(({ kind, rule, value, duplicates, outOfPeriod }) => ({
      kind,
      rule,
      value: value.round(2).toFixed(),
      repeated: duplicates.length,
      outside: outOfPeriod.length,
    }))
}

/** In the order of the kinds and their rules. */
function worded({ workKinds }: Ledger, counts: readonly Line[]): string[] {
  const found = new Map(counts.map((line) => [`${line.kind}.${line.rule}`, line]))
  return workKinds.flatMap(({ id, name, counts: rules }) =>
    rules.flatMap((rule) => {
      const line = found.get(`${id}.${rule.id}`)
      if (!line) return []
      const left = [
        ...(line.repeated > 0 ? [`重复登记 ${line.repeated} 条`] : []),
        ...(line.outside > 0 ? [`年度以外 ${line.outside} 条`] : []),
      ]
      const leftOut = left.length > 0 ? `（${left.join('、')}没有计入）` : ''
      return [`${name}　${rule.name} ${line.value}${line.value === nothing ? '' : rule.unit}${leftOut}`]
    }),
  )
}
