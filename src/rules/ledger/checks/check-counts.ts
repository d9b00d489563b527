import type { Ledger } from '#domain/ledger/ledger.ts'
import { countOf } from '../../scoring/ledger-inputs.ts'
import type { LedgerFinding } from './check-ledger.ts'
import type { Counted } from '../facts/derive-facts.ts'

/** As many records as are named one by one. */
const mostNamed = 5

/** What the count behind an indicator left out: records that repeat another, records outside its period. */
export function checkCounts({ indicators }: Ledger, counts: readonly Counted[]): LedgerFinding[] {
  return indicators.flatMap(({ name, actual }, index) => {
    const counted = actual?.from === 'counted' ? countOf(actual, counts) : undefined
    if (!counted) return []
    const { since, until, duplicates, outOfPeriod } = counted
    const finding = (rule: string, severity: LedgerFinding['severity'], message: string): LedgerFinding => ({
      rule,
      severity,
      message: `指标「${name}」：${message}`,
      where: `indicators.${index}`,
      field: 'actual',
    })
    return [
      ...(duplicates.length > 0
        ? [finding('ledger.repeated-record', 'warning', `台账里重复登记的${named(duplicates)}只算一次，请核对`)]
        : []),
      ...(outOfPeriod.length > 0
        ? [finding('ledger.out-of-period', 'info', `不在${since}至${until}的${named(outOfPeriod)}没有计入`)]
        : []),
    ]
  })
}

/** 「3条（m1、m2、m3）」. */
function named(keys: readonly string[]): string {
  const ids = keys.slice(0, mostNamed).map((key) => key.slice(key.indexOf('/') + 1))
  return `${keys.length}条（${ids.join('、')}${keys.length > mostNamed ? '…' : ''}）`
}
