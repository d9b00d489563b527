import { type LedgerList, ledgerTables } from '#storage/tables/ledger-tables.ts'

export type { LedgerList } from '#storage/tables/ledger-tables.ts'

/** The names of a ledger's lists, as addresses spell them. */
export const listNames = Object.keys(ledgerTables) as [LedgerList, ...LedgerList[]]

/** What one entry of a list is called: 国库支付. */
export function entryName(list: LedgerList): string {
  return ledgerTables[list].what
}

/** The fields that tell an entry of a list apart, and may not change. */
export function keyFields(list: LedgerList): readonly string[] {
  return ledgerTables[list].key
}

/** An entry as the pages get it: decimals as text, absent values left out. */
export type PlainEntry = Readonly<Record<string, unknown>>

export function plainEntry(entry: unknown): PlainEntry {
  return JSON.parse(JSON.stringify(entry)) as PlainEntry
}

/** The text of an entry's key, in the order of the key fields. */
export function keyOf(list: LedgerList, entry: PlainEntry): string[] {
  return keyFields(list).map((field) => {
    const value = entry[field]
    if (field !== 'scope') return String(value)
    return value === 'department' ? 'department' : `project:${(value as { project: string }).project}`
  })
}
