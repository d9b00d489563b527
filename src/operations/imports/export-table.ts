import { entriesOf } from '#domain/imports/ledger-list.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { entryRows } from '#writing/tables/entry-rows.ts'
import { writeTableCsv } from '#writing/tables/write-table-csv.ts'
import { writeTableXlsx } from '#writing/tables/write-table-xlsx.ts'

export type TableFormat = 'xlsx' | 'csv'

/** One table of a ledger as a file that can be handed in again: then nothing changes. Payees are left out unless asked for. */
export async function exportTable(
  ledger: Ledger,
  table: ImportTable,
  format: TableFormat,
  options: { readonly payees?: boolean } = {},
): Promise<Uint8Array> {
  const rows = entryRows(table, entriesOf(ledger, table), options)
  return format === 'csv' ? writeTableCsv(table, rows) : writeTableXlsx(table, rows)
}

/** An empty table to fill in: as a workbook with its headings, notes and an example row, as csv with its headings alone. */
export async function exportTemplate(table: ImportTable, format: TableFormat = 'xlsx'): Promise<Uint8Array> {
  return format === 'csv' ? writeTableCsv(table, []) : writeTableXlsx(table, [])
}
