import { inExactWan, inYuan, yuanOf } from '../amount-text.ts'
import type { LedgerList } from '../ledger/entry-keys.ts'

type PlainEntry = Readonly<Record<string, unknown>>

const number = /^-?\d+(\.\d+)?$/

/** An amount no column tells the unit of, in that of its form: base data in 万元, others in 元. Undefined for any other field. */
export function amountSaid(value: unknown, list: LedgerList | undefined, field: string): string | undefined {
  const yuan = ['amount', 'fiscal'].includes(field) ? yuanOf(String(value)) : undefined
  if (yuan === undefined) return undefined
  return list === 'baseItems' ? `${inExactWan(yuan)}万元` : `${inYuan(yuan)}元`
}

/** The unit a number of a field has that its heading does not tell; '' where there is none. */
export function unitOf(value: unknown, list: LedgerList | undefined, field: string, entry: PlainEntry): string {
  if (!number.test(String(value))) return ''
  if (list === undefined) return field === 'size' ? '字节' : ''
  if (list === 'staffing') return '人'
  if (list !== 'indicators') return ''
  if (points.includes(field)) return '分'
  return ownUnit.includes(field) ? String(entry['unit'] ?? '') : ''
}

const points = ['weight', 'overridePoints', 'points']
/** Numbers of an indicator in its own unit; `value` is that of its actual. */
const ownUnit = ['target', 'targetNumber', 'actualNumber', 'value']
