import { entriesOf } from '#domain/imports/ledger-list.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { writeLedgerFile } from '../ledgers/write-ledger-file.ts'
import { exportTable, exportTemplate } from './export-table.ts'
import { importTableNamed, importTables } from './import-tables.ts'

/** `table` names one table; `blank` asks for templates; `payees` lets the names of who was paid out. */
export type ExportOptions = {
  readonly format: 'yaml' | 'xlsx' | 'csv'
  readonly blank: boolean
  readonly payees: boolean
  readonly table?: string | undefined
}
export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array }
export type ExportedLedger =
  | { readonly files: readonly ExportedFile[]; readonly fault?: never }
  | { readonly files?: never; readonly fault: string }

/** A ledger as files: one yaml, or a file for each table that holds something (templates: for each table). */
export async function exportLedger(ledger: Ledger, options: ExportOptions): Promise<ExportedLedger> {
  const { format, blank, payees, table: word } = options
  const tables = importTables(ledger.workKinds)
  const named = word === undefined ? undefined : importTableNamed(word, tables)
  if (word !== undefined && !named)
    return { fault: `没有「${word}」这张表，可选：${tables.map(({ zh }) => zh).join('、')}。` }
  const whose = `${ledger.department.shortName ?? ledger.department.name}${ledger.year}年`
  if (format === 'yaml' && !named && !blank) {
    const kept = payees ? ledger : withoutPayees(ledger)
    return { files: [{ name: `${whose}账本.yaml`, bytes: new TextEncoder().encode(writeLedgerFile(kept)) }] }
  }
  const ending = format === 'csv' ? 'csv' : 'xlsx'
  const wanted = named ? [named] : tables.filter((table) => blank || entriesOf(ledger, table).length > 0)
  const files: ExportedFile[] = []
  for (const table of wanted) {
    const bytes = blank ? await exportTemplate(table, ending) : await exportTable(ledger, table, ending, { payees })
    files.push({ name: blank ? `${table.zh}模板.${ending}` : `${whose}${table.zh}.${ending}`, bytes })
  }
  return { files }
}

function withoutPayees(ledger: Ledger): Ledger {
  return { ...ledger, payments: ledger.payments.map(({ payee: _payee, ...payment }) => payment) }
}
