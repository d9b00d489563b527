import { ledgerTables } from './ledger-tables.ts'

/**
 * Every table that goes into a backup, those first that others refer to; sessions end with the server they were opened on, and jobs with
 * the files they work on, which are kept for days only.
 */
export const allTables: readonly string[] = [
  'divisions',
  'ledgers',
  ...Object.values(ledgerTables).map(({ name }) => name),
  'work_counts',
  'submission_steps',
  'return_points',
  'ledger_versions',
  'expenditure_requests',
  'expenditure_steps',
  'accounts',
  'evaluator_assignments',
  'deadlines',
  'change_log',
]
