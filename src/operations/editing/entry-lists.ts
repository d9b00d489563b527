import { type LedgerList, entryKeys } from '#domain/ledger/entry-keys.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'

export type { LedgerList } from '#domain/ledger/entry-keys.ts'
export { entryKeyOf } from '#domain/ledger/entry-keys.ts'

/** The names of a ledger's lists, as addresses spell them. */
export const listNames = Object.keys(entryKeys) as [LedgerList, ...LedgerList[]]

/** What one entry of a list is called: 国库支付. */
export function entryName(list: LedgerList): string {
  return ledgerTables[list].what
}

/** The fields that tell an entry of a list apart, and may not change. */
export function keyFields(list: LedgerList): readonly string[] {
  return entryKeys[list]
}

/** An entry as the pages get it: decimals as text, absent values left out. */
export type PlainEntry = Readonly<Record<string, unknown>>

export function plainEntry(entry: unknown): PlainEntry {
  return JSON.parse(JSON.stringify(entry)) as PlainEntry
}
