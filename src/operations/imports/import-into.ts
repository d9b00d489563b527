import type { ImportTable } from '#domain/imports/import-table.ts'
import { withoutSubject } from '#domain/problem.ts'
import { recogniseTable } from '#reading/imports/recognise-table.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { storageProblemOf } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { openOwnDatabase } from '../database/database-place.ts'
import { parseLedgerName } from '../ledgers/stored-ledger.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import { importTableNamed, importTables } from './import-tables.ts'
import { ownFormFault } from './own-form.ts'

export type ImportedInto =
  | { readonly outcome: ImportOutcome; readonly fault?: never }
  | { readonly outcome?: never; readonly fault: string }

/**
 * Takes a file into a stored ledger by its name (430922/001/2023), as the table named or the one its heading tells.
 * `source` opens the file anew each time it is asked. A refusal is a fault, never thrown.
 */
export async function importInto(
  ledger: string,
  source: () => ImportSource,
  table: string | undefined,
  options: ImportOptions,
): Promise<ImportedInto> {
  const scope = parseLedgerName(ledger)
  if (!scope) return { fault: `「${ledger}」不是账本的名字，请写成 430922/001/2023。` }
  let database: Database | undefined
  try {
    database = await openOwnDatabase()
    const { chosen, fault } = await chosenTable(database, scope, source, table)
    if (!chosen) return { fault }
    return { outcome: await importFile(database, scope, chosen, source(), options) }
  } catch (error) {
    const problem = storageProblemOf(error)
    if (problem) return { fault: problem.message }
    const { code } = error as { code?: string }
    if (code === 'ENOENT') return { fault: '找不到文件，请检查路径。' }
    if (code === 'EISDIR') return { fault: '这是文件夹，请给出文件。' }
    if (code === 'EACCES') return { fault: '没有读取的权限，请检查文件权限。' }
    throw error
  } finally {
    await database?.close()
  }
}

type Chosen =
  | { readonly chosen: ImportTable; readonly fault?: never }
  | { readonly chosen?: never; readonly fault: string }

async function chosenTable(
  database: Database,
  scope: LedgerScope,
  source: () => ImportSource,
  word: string | undefined,
): Promise<Chosen> {
  const own = await ownFormFault(source(), database, scope)
  if (own !== undefined) return { fault: own }
  const { workKinds } = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
  const tables = importTables(workKinds)
  const names = (some: readonly ImportTable[]) => some.map(({ zh }) => zh).join('、')
  if (word !== undefined) {
    const named = importTableNamed(word, tables)
    return named ? { chosen: named } : { fault: `没有「${word}」这张表，可选：${names(tables)}。` }
  }
  const file = source()
  const { found, problem } = await recogniseTable(file, tables)
  if (problem) return { fault: withoutSubject(problem, file.name) }
  const [first, ...others] = found
  if (!first) return { fault: `认不出是哪张表，请用 --table 指明：${names(tables)}。` }
  if (others.length > 0) return { fault: `可能是${names([first, ...others])}，请用 --table 指明。` }
  return { chosen: first }
}
