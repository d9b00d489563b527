import { ledgerTables } from './ledger-tables.ts'

/** Every table that holds something a person entered, those first that others refer to. */
export const allTables: readonly string[] = [
  'divisions',
  'ledgers',
  ...Object.values(ledgerTables).map(({ name }) => name),
  'change_log',
]
