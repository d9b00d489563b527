import { createHash } from 'node:crypto'
import { Big } from 'big.js'
import { ledgerListOf, entriesOf } from '#domain/imports/ledger-list.ts'
import type { ImportFault, ImportTally, ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportEntry, ImportTable } from '#domain/imports/import-table.ts'
import { naturalKey } from '#domain/imports/natural-key.ts'
import { takenFor } from '#domain/imports/taken-for.ts'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { ownField } from '#reading/imports/build-entries.ts'
import { type OpenImport, openImport } from '#reading/imports/open-import.ts'
import { type ImportRowsOptions, type ImportedRows, importRows } from '#storage/ledgers/import-rows.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { EntryOutcome } from '#storage/tables/list-outcomes.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { budgetsOf, importContext } from './import-context.ts'

/** A file handed in: its name and its bytes as they arrive. */
export type ImportSource = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * What an import came to.
 *
 * stored    what became of the entries; absent where the table was refused: then nothing was changed
 * preview   nothing was changed: this is what would become of them
 */
export type ImportOutcome = {
  readonly table: ImportTable
  readonly tally: ImportTally
  readonly faults: readonly ImportFault[]
  readonly stored?: ImportedRows
  readonly preview: boolean
}
export type ImportOptions = {
  readonly who: string
  readonly preview?: boolean
  readonly onRows?: ((rows: number) => void) | undefined
  readonly atEnd?: ImportRowsOptions['atEnd']
  /** Told of every entry what becomes of it, in the order of the table. */
  readonly onOutcomes?: ((outcomes: readonly EntryOutcome[], table: ImportTable) => void | Promise<void>) | undefined
}

/** The table had errors: the transaction is undone by throwing it. */
class Refused extends Error {}

/**
 * Reads a table into a stored ledger: everything, or with any error nothing. Entries are matched by their natural key;
 * a blank cell leaves what is stored as it is. Files of any length are taken as they come.
 * throws   StorageProblem
 */
export async function importFile(
  database: Database,
  scope: LedgerScope,
  table: ImportTable,
  source: ImportSource,
  { who, preview = false, onRows = () => {}, atEnd, onOutcomes }: ImportOptions,
): Promise<ImportOutcome> {
  const ledger = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
  const hash = createHash('sha256')
  const open = openImport({ ...source, chunks: hashed(source.chunks, hash) }, table, importContext(ledger))
  const faults: ImportFault[] = []
  const lastPaid: LastPaid = new Map()
  const onEntries = (rows: readonly ImportedRow[]) => {
    onRows(open.tally().rows)
    if (table.id === 'payments') notePaid(lastPaid, rows)
  }
  const { kept, takes } = unstated(ledger, table)
  const entries = entriesRead(open, faults, kept, onEntries)
  const author = () => ({ who, source: { name: source.name, sha256: hash.copy().digest('hex') } })
  try {
    const stored = await importRows(database, scope, ledgerListOf[table.id], entries as never, author, {
      preview,
      atEnd,
      takes,
      onOutcomes: onOutcomes && ((outcomes) => onOutcomes(outcomes, table)),
    })
    const doubtful = [...overBudget(ledger, stored, lastPaid, open.columnOf), ...repeatedRecords(ledger, table, stored)]
    const tally = open.tally()
    return {
      table,
      tally: { ...tally, warnings: tally.warnings + doubtful.length },
      faults: [...faults, ...doubtful],
      stored,
      preview,
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { table, tally: open.tally(), faults, preview }
  }
}

/** The last row of a table of payments that pays each project. */
type LastPaid = Map<string, { readonly sheet: string; readonly row: number }>

function notePaid(last: LastPaid, rows: readonly ImportedRow[]): void {
  for (const { sheet, row, entry } of rows) {
    const { project } = entry as Payment
    if (project !== undefined) last.set(project, { sheet, row })
  }
}

/**
 * Projects that have been paid more than their budget, with everything that was stored before; the place is the last row
 * that pays them.
 */
function overBudget(
  ledger: Ledger,
  { paid }: ImportedRows,
  last: LastPaid,
  columnOf: OpenImport<ImportTable['id']>['columnOf'],
): ImportFault[] {
  const budgets = budgetsOf(ledger.budgetLines)
  return paid.flatMap(({ project, amount }): ImportFault[] => {
    const total = new Big(amount)
    const budget = budgets.get(project) ?? new Big(0)
    if (total.lte(budget)) return []
    const name = ledger.projects.find(({ id }) => id === project)?.name ?? project
    const message = budget.eq(0)
      ? `项目「${name}」支付了 ${yuan(total)}，全年预算却是零，执行率无法计算。`
      : `项目「${name}」支付 ${yuan(total)}，超过全年预算 ${yuan(budget)}，超出 ${yuan(total.minus(budget))}。`
    const mend = '请核对支付的项目，或先登记追加、调剂的指标。'
    const place = last.get(project) ?? { sheet: '', row: 0 }
    const column = columnOf(place.sheet, 'project')
    return [{ severity: 'warning', ...place, column, value: project, message, mend }]
  })
}

/** Records of the kind that say the same thing again, with everything that was stored before: they are counted once. */
function repeatedRecords({ workKinds }: Ledger, table: ImportTable, { repeated }: ImportedRows): ImportFault[] {
  const kind = workKinds.find(({ id }) => id === table.work)
  const records = repeated.find((each) => each.kind === kind?.id)?.records
  if (!kind || records === undefined) return []
  const headings = new Map(table.fields.map(({ id, zh }) => [id, zh]))
  const key = kind.key.map((id) => headings.get(`${ownField}${id}`) ?? headings.get(id) ?? id).join('、')
  const message = `账本里「${key}」相同的${kind.name}记录重复登记了 ${records} 条，计数时同一件事只算最后一条。`
  const mend = '请核对，不是同一件事的改正，重复的删去。'
  return [{ severity: 'warning', sheet: '', row: 0, column: '', value: key, message, mend }]
}

function yuan(amount: Big): string {
  return `${amount.toFixed(2)}元`
}

async function* entriesRead(
  open: OpenImport<ImportTable['id']>,
  faults: ImportFault[],
  kept: (entry: ImportEntry) => ImportEntry,
  onRows: (rows: readonly ImportedRow[]) => void,
): AsyncGenerator<readonly ImportEntry[]> {
  for await (const batch of open.batches) {
    faults.push(...batch.faults)
    onRows(batch.rows)
    // With an error nothing will be stored: reading goes on only to tell every fault.
    if (open.tally().errors === 0 && batch.rows.length > 0) yield batch.rows.map(({ entry }) => kept(entry))
  }
  if (open.tally().errors > 0) throw new Refused()
}

/**
 * What a table does not state of an entry stays as it is stored: a counted actual value, its unit. Payments and records
 * are not loaded: of them the database keeps it, given what they are taken for where nothing is stored.
 */
function unstated(
  ledger: Ledger,
  table: ImportTable,
): { readonly kept: (entry: ImportEntry) => ImportEntry; readonly takes: Readonly<Record<string, string>> } {
  const takes = takenFor(table.id, ledger.department.id)
  if (table.id === 'payments' || table.id === 'work-records') return { kept: (entry) => entry, takes }
  const stored = new Map(entriesOf(ledger, table).map((entry) => [naturalKey(table.id, entry as never), entry]))
  const kept = (entry: ImportEntry) =>
    ({ ...takes, ...stored.get(naturalKey(table.id, entry as never)), ...entry }) as ImportEntry
  return { kept, takes: {} }
}

async function* hashed(
  chunks: ImportSource['chunks'],
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}
