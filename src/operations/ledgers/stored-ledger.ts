import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import { openOwnDatabase } from '../database/database-place.ts'

const name = /^(\d{6,12})\/([^/\s]+)\/(\d{4})$/

/** The ledger a name means: 「430922/001/2023」 is a division's code, a department's and the year. */
export function parseLedgerName(text: string): LedgerScope | undefined {
  const [, division, department, year] = name.exec(text) ?? []
  return division && department ? { division, department, year: Number(year) } : undefined
}

export function ledgerName({ division, department, year }: LedgerScope): string {
  return `${division}/${department}/${year}`
}

/** Reads a stored ledger, or says why it can't be read. */
export async function openStoredLedger(
  scope: LedgerScope,
): Promise<{ readonly ledger: Ledger; readonly fault?: never } | { readonly ledger?: never; readonly fault: string }> {
  try {
    const database = await openOwnDatabase()
    try {
      return { ledger: await loadLedger(database, scope) }
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error
    return { fault: error.message }
  }
}
