import type { Ledger } from '../ledger/ledger.ts'
import type { ImportEntries, ImportEntry, ImportKind } from './import-table.ts'

/** The list of the ledger each table fills. */
export const ledgerListOf = {
  'budget-lines': 'budgetLines',
  payments: 'payments',
  staffing: 'staffing',
  'base-data': 'baseItems',
  buildings: 'buildings',
  projects: 'projects',
  tasks: 'tasks',
  goals: 'goals',
  indicators: 'indicators',
  'work-records': 'workRecords',
} as const satisfies { readonly [K in ImportKind]: keyof Ledger }

/** The entries of a ledger that a table holds; of a work ledger, those of its kind. */
export function entriesOf<K extends ImportKind>(
  ledger: Ledger,
  { id, work }: { readonly id: K; readonly work?: string },
): readonly ImportEntries[K][] {
  const entries = ledger[ledgerListOf[id]] as readonly ImportEntry[]
  const own = work === undefined ? entries : entries.filter((entry) => 'kind' in entry && entry.kind === work)
  return own as readonly ImportEntries[K][]
}
