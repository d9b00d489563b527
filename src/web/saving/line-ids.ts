import type { LedgerList } from '#http/contracts/year.ts'

const ids = new Map<string, string>()

const nameOf = (ledger: string, list: LedgerList, key: readonly string[]) => [ledger, list, ...key].join('\n')

/**
 * What was added in this visit goes on under the id it was filled in with: the table keeps the line, and in it the cell
 * that is being typed into while the line is stored.
 */
export function goOnAs(ledger: string, list: LedgerList, key: readonly string[], id: string): void {
  ids.set(nameOf(ledger, list, key), id)
}

/** Under which id a stored entry is shown. */
export function lineIdOf(ledger: string, list: LedgerList, key: readonly string[]): string {
  return ids.get(nameOf(ledger, list, key)) ?? key.join('\n')
}
