import { ledgerTables } from './ledger-tables.ts'

/** Every table that goes into a backup, those first that others refer to. */
export const allTables: readonly string[] = [
  'divisions',
  'ledgers',
  ...Object.values(ledgerTables).map(({ name }) => name),
  'work_counts',
  'change_log',
]
