import type { ImportKind } from './import-table.ts'

/**
 * What an entry of a table is taken for where neither the table nor the ledger states it: the department's own, money of
 * the general public budget. By field.
 */
export function takenFor(table: ImportKind, department: string): Readonly<Record<string, string>> {
  if (table === 'payments' || table === 'budget-lines') return { organisation: department, source: 'general-public' }
  return table === 'projects' || table === 'work-records' ? { organisation: department } : {}
}
