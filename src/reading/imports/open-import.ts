import type {
  ImportBatch,
  ImportContext,
  ImportFault,
  ImportTally,
  ImportedRow,
} from '#domain/imports/import-result.ts'
import type { ImportEntries, ImportKind, ImportTable } from '#domain/imports/import-table.ts'
import { type Problem, withoutSubject } from '#domain/problem.ts'
import { openRows } from '../formats/sheets/open-rows.ts'
import { type RawRow, type RawRows, type RowSource, RowsRefused } from '../formats/sheets/raw-rows.ts'
import { type CrossChecks, crossChecks } from './cross-checks.ts'
import { type FaultList, columnLetter, faultList } from './fault-list.ts'
import { type Header, findHeader, headerDepth } from './find-header.ts'
import { headerFaults, noHeaderFault, noRowsFault } from './header-faults.ts'
import { type Counts, type SheetReader, sheetReader } from './sheet-reader.ts'
import type { ColumnOf } from './watch-weights.ts'

/**
 * A table being read.
 *
 * batches   entries in the order of the file, with the faults found so far; read to the end before trusting anything:
 *           one error refuses the whole table
 * tally     what it came to, complete once the batches are
 * problem   why the file could not be read at all
 */
export type OpenImport<K extends ImportKind> = {
  readonly batches: AsyncGenerator<ImportBatch<ImportEntries[K]>>
  tally(): ImportTally
  /** The letter of a field's column in a sheet read so far; '' where it has none. */
  columnOf(sheet: string, field: string): string
  problem(): Problem | undefined
}

/**
 * Opens a table a department hands in (xlsx, xls, ods, csv, html saved as xls): headings found by their names, amounts
 * in 元, every fault at its cell. A csv is read as fast as its batches are taken and never held in memory.
 */
export function openImport<K extends ImportKind>(
  source: RowSource,
  table: ImportTable & { readonly id: K },
  context: ImportContext,
): OpenImport<K> {
  const state: State = {
    faults: faultList(),
    counts: { rows: 0, entries: 0, refused: 0, hidden: 0, totals: 0, blank: 0, examples: 0 },
    skipped: [],
    headers: new Map(),
  }
  const { faults, counts, skipped } = state
  return {
    batches: readAll(source, table, context, state) as AsyncGenerator<ImportBatch<ImportEntries[K]>>,
    tally: () => ({ ...counts, errors: faults.counts.error, warnings: faults.counts.warning, skipped }),
    columnOf: columnsIn(state),
    problem: () => state.problem,
  }
}

type State = {
  readonly faults: FaultList
  readonly counts: Counts
  readonly skipped: string[]
  readonly headers: Map<string, Header>
  problem?: Problem
}

function columnsIn({ headers }: State): ColumnOf {
  return (sheet, field) => {
    const at = headers.get(sheet)?.columns.get(field)
    return at === undefined ? '' : columnLetter(at)
  }
}

async function* readAll(
  source: RowSource,
  table: ImportTable,
  context: ImportContext,
  state: State,
): AsyncGenerator<ImportBatch> {
  const { faults } = state
  const checks = crossChecks(table, context, columnsIn(state), faults.add)
  let found = 0
  try {
    for await (const sheet of sheetsOf(openRows(source))) {
      const header = findHeader(sheet.head, table)
      if (!header) {
        state.skipped.push(sheet.name)
        continue
      }
      found += 1
      state.headers.set(sheet.name, header)
      const unfit = headerFaults(sheet.name, header, table)
      unfit.forEach(faults.add)
      if (unfit.some(({ severity }) => severity === 'error')) continue
      yield* readSheet(sheet, header, sheetReader(sheet.name, header, table, context, state), checks, faults)
    }
    if (found === 0) faults.add(noHeaderFault(table))
    else if (state.counts.rows + state.counts.examples + faults.counts.error === 0) faults.add(noRowsFault)
    checks.finish()
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error
    state.problem = error.problem
    const message = withoutSubject(error.problem, source.name)
    faults.add({ severity: 'error', sheet: '', row: 0, column: '', value: '', message, mend: '' })
  }
  yield { rows: [], faults: faults.take() }
}

async function* readSheet(
  { name, head, rest }: Sheet,
  header: Header,
  reader: SheetReader,
  checks: CrossChecks,
  faults: FaultList,
): AsyncGenerator<ImportBatch> {
  const read = (rows: readonly RawRow[]) =>
    rows.flatMap((row) => {
      const entries = reader.read(row).filter((each: ImportedRow) => checks.keep(each, reader.said))
      const refused = reader.refused()
      if (refused !== undefined) checks.refused(refused, { sheet: name, row: row.row })
      return entries
    })
  yield { rows: read(head.slice(header.end)), faults: faults.take() }
  for await (const { rows, cut } of rest) {
    if (cut) faults.add(cutFault(name, cut))
    yield { rows: read(rows), faults: faults.take() }
  }
  reader.finish()
}

type Sheet = { readonly name: string; readonly head: readonly RawRow[]; readonly rest: AsyncIterable<RawRows> }

/**
 * Rows in sheets: the first rows of each, in which its heading is looked for, and the rest as they come. Left early, it
 * lets go of the file.
 */
async function* sheetsOf(batches: AsyncGenerator<RawRows>): AsyncGenerator<Sheet> {
  try {
    let next = await batches.next()
    while (!next.done) {
      const name = next.value.sheet
      const head: RawRow[] = []
      let cut: number | undefined
      while (!next.done && next.value.sheet === name && head.length < headerDepth) {
        head.push(...next.value.rows)
        cut = next.value.cut
        next = await batches.next()
      }
      const rest = async function* (): AsyncGenerator<RawRows> {
        if (cut) yield { sheet: name, rows: [], cut }
        while (!next.done && next.value.sheet === name) {
          const { rows } = next.value
          yield { sheet: name, rows }
          next = await batches.next()
        }
      }
      yield { name, head, rest: rest() }
      while (!next.done && next.value.sheet === name) next = await batches.next()
    }
  } finally {
    await batches.return(undefined)
  }
}

function cutFault(sheet: string, cut: number): ImportFault {
  return {
    severity: 'error',
    sheet,
    row: cut,
    column: '',
    value: '',
    message: `工作表超过 ${cut} 行，后面的没有读。`,
    mend: '请另存为 csv 再导入，csv 不限行数。',
  }
}
