import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkLedger } from '#rules/ledger/checks/check-ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { askDatabase } from '../database/ask-database.ts'
import { knowledge } from '../load-knowledge.ts'

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
  const { answer, fault } = await askDatabase((database) => loadLedger(database, scope))
  return answer ? { ledger: answer } : { fault }
}

/** `remarks`: what its own entries say against each other, such as payments above the budget; it is stored all the same. */
export type StoredLedger =
  | { readonly line: string; readonly remarks: readonly string[]; readonly fault?: never }
  | { readonly line?: never; readonly remarks?: never; readonly fault: string }

/** Stores a ledger whole, and says what that changed. A refusal is a fault, never thrown. */
export async function storeLedger(ledger: Ledger, who: string): Promise<StoredLedger> {
  const { answer, fault } = await askDatabase((database) => saveLedger(database, ledger, { who }))
  if (!answer) return { fault }
  const saved = Object.values(answer)
  const sum = (what: 'new' | 'changed' | 'unchanged' | 'removed') =>
    saved.reduce((total, counts) => total + counts[what], 0)
  const counts = `新增 ${sum('new')}，更改 ${sum('changed')}，删去 ${sum('removed')}，未变 ${sum('unchanged')}`
  const remarks = checkLedger(ledger, knowledge().accounts).filter(({ severity }) => severity !== 'info')
  return {
    line: `已存入 ${ledgerName(scopeOf(ledger))}：${counts}。`,
    remarks: remarks.map(({ message }) => message),
  }
}
