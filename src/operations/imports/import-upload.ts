import { faultText } from '#domain/imports/import-result.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { recogniseTable } from '#reading/imports/recognise-table.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { noteExport } from '../ledgers/ledger-desk.ts'
import { Refused } from '../refused.ts'
import { outcomeLines } from './describe-import.ts'
import { exportTable, exportTemplate, type TableFormat } from './export-table.ts'
import { type ImportOptions, type ImportSource, importFile } from './import-file.ts'
import { importTableNamed, importTables } from './import-tables.ts'
import { ownFormFault } from './own-form.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }
/** What an upload came to, or would come to, in words; `isRefused`: with an error nothing is stored. */
export type UploadOutcome = {
  readonly table: string
  readonly isStored: boolean
  readonly isRefused: boolean
  readonly lines: readonly string[]
  readonly faults: readonly {
    readonly severity: string
    readonly message: string
    readonly row?: number
    readonly column?: string
  }[]
}

/** `table`: its name, where the person said which; the rest as for an import. */
export type UploadWish = ImportOptions & { readonly table?: string | undefined }

/** Takes an uploaded table into a ledger, or previews it. throws Refused when no table of ours is recognised; StorageProblem */
export function importUpload(
  database: Database,
  scope: LedgerScope,
  upload: Upload,
  wish: UploadWish,
): Promise<UploadOutcome> {
  return importSource(database, scope, () => ({ name: upload.name, chunks: [upload.bytes] }), wish)
}

/** The same with a file that is opened anew each time it is asked for. */
export async function importSource(
  database: Database,
  scope: LedgerScope,
  source: () => ImportSource,
  wish: UploadWish,
): Promise<UploadOutcome> {
  const own = await ownFormFault(source(), database, scope)
  if (own !== undefined) throw new Refused('request-invalid', own)
  const tables = await tablesOf(database, scope)
  const table = wish.table === undefined ? await recognised(source(), tables) : tableNamed(wish.table, tables)
  const outcome = await importFile(database, scope, table, source(), wish)
  return {
    table: table.zh,
    isStored: outcome.stored !== undefined && !outcome.preview,
    isRefused: outcome.stored === undefined,
    lines: outcomeLines(outcome).lines,
    faults: outcome.faults.map((fault) => ({
      severity: fault.severity,
      message: faultText(fault),
      ...(fault.row > 0 ? { row: fault.row } : {}),
      ...(fault.column ? { column: fault.column } : {}),
    })),
  }
}

/** The tables a ledger takes in and gives out. */
export async function tablesOf(database: Database, scope: LedgerScope): Promise<readonly ImportTable[]> {
  const { workKinds } = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
  return importTables(workKinds)
}

/** A table of a ledger as a file; an empty one with `blank`. That it was taken out is logged. */
export async function downloadTable(
  database: Database,
  scope: LedgerScope,
  word: string,
  { format, blank, who }: { readonly format: TableFormat; readonly blank: boolean; readonly who: string },
): Promise<Upload> {
  const table = tableNamed(word, await tablesOf(database, scope))
  if (blank) return { name: `${table.zh}模板.xlsx`, bytes: await exportTemplate(table) }
  const ledger = await loadLedger(database, scope)
  const bytes = await exportTable(ledger, table, format)
  await noteExport(database, scope, who, table.zh)
  return { name: `${ledger.department.shortName ?? ledger.department.name}${scope.year}年${table.zh}.${format}`, bytes }
}

function tableNamed(word: string, tables: readonly ImportTable[]): ImportTable {
  const table = importTableNamed(word, tables)
  if (!table) throw new Refused('request-invalid', `没有「${word}」这张表。`)
  return table
}

async function recognised(
  source: Parameters<typeof recogniseTable>[0],
  tables: readonly ImportTable[],
): Promise<ImportTable> {
  const { found, problem } = await recogniseTable(source, tables)
  if (problem) throw new Refused('request-invalid', problem.message)
  const [first, ...others] = found
  if (!first) throw new Refused('request-invalid', '认不出这是哪张表，请在上面选定表名后再试，或先下载模板对照表头。')
  if (others.length > 0)
    throw new Refused(
      'request-invalid',
      `可能是${[first, ...others].map(({ zh }) => zh).join('、')}，请选定表名后再试。`,
    )
  return first
}
