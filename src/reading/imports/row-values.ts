import type { Big } from 'big.js'
import type { Scope } from '#domain/ledger/goal.ts'

/** The values of a row by field id; blank cells are absent. */
export type Values = Readonly<Record<string, Big | string | boolean | undefined>>
/**
 * Says what is wrong with the field of a row. `restsOn`: a field is missing, and these others do not tell it either; where
 * one of them could not be read it may.
 */
export type Complain = (
  severity: 'error' | 'warning',
  field: string,
  message: string,
  mend: string,
  restsOn?: readonly string[],
) => void

/** 'department', or the project a scope column names. */
export function scopeOf(value: Values[string]): Scope {
  return value === undefined || value === '' ? 'department' : { project: String(value) }
}
