import { type EntryField, type LedgerList, entryKeyOf, entryKeys } from '#domain/ledger/entry-keys.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { plain } from '#domain/plain.ts'
import type { LedgerFinding } from '#rules/ledger/checks/check-ledger.ts'

/** The entry, and the field, a finding of the ledger is about; nothing where it is about a whole list. */
export function entryOf(
  ledger: Ledger,
  { where, field }: Pick<LedgerFinding, 'where' | 'field'>,
): { readonly entry?: EntryField } {
  const [list = '', index = ''] = where.split('.')
  const lists: Readonly<Record<string, unknown>> = ledger
  const entries = lists[list]
  const found: unknown = Array.isArray(entries) && /^\d+$/.test(index) ? entries[Number(index)] : undefined
  if (found === undefined || !Object.hasOwn(entryKeys, list)) return {}
  const key = entryKeyOf(list as LedgerList, plain(found) as Readonly<Record<string, unknown>>)
  return { entry: { list: list as LedgerList, key, ...(field === undefined ? {} : { field }) } }
}
