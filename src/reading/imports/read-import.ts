import type { ImportContext, ImportFault, ImportTally, ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportEntries, ImportKind, ImportTable } from '#domain/imports/import-table.ts'
import type { Problem } from '#domain/problem.ts'
import type { RowSource } from '../formats/raw-rows.ts'
import { openImport } from './open-import.ts'

/**
 * A table read whole.
 *
 * rows      its entries: all of them, or none where there is any error
 * faults    every error and warning at its cell (the first 500 of each; the tally counts all)
 * problem   why the file could not be read at all
 */
export type ReadImport<K extends ImportKind> = {
  readonly rows: readonly ImportedRow<ImportEntries[K]>[]
  readonly faults: readonly ImportFault[]
  readonly tally: ImportTally
  readonly problem?: Problem
}

/** Reads a table a department hands in. Never throws on what is in the file. */
export async function readImport<K extends ImportKind>(
  source: RowSource,
  table: ImportTable & { readonly id: K },
  context: ImportContext,
): Promise<ReadImport<K>> {
  const open = openImport(source, table, context)
  const rows: ImportedRow<ImportEntries[K]>[] = []
  const faults: ImportFault[] = []
  for await (const batch of open.batches) {
    faults.push(...batch.faults)
    if (open.tally().errors > 0) rows.length = 0
    else for (const row of batch.rows) rows.push(row)
  }
  const problem = open.problem()
  return { rows, faults, tally: open.tally(), ...(problem ? { problem } : {}) }
}
