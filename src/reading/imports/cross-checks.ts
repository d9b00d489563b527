import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { naturalKey } from '#domain/imports/natural-key.ts'
import { seenKeys } from './seen-keys.ts'
import { type Said, type SpokenKey, spokenKey } from './spoken-key.ts'
import { watchBaseTotals } from './watch-base-totals.ts'
import { watchProjectNames } from './watch-project-names.ts'
import { type ColumnOf, type Watcher, watchWeights } from './watch-weights.ts'

/** What only all rows together show: the same key twice, weights that do not add up. */
export type CrossChecks = {
  /** Whether the row is to be kept: a word-for-word repetition is not. `said`: what a column of the row says. */
  keep(row: ImportedRow, said: Said): boolean
  /** A row that was refused bears its key all the same. */
  refused(key: string, at: Pick<ImportedRow, 'sheet' | 'row'>): void
  finish(): void
}

/** `columnOf`: the letter of a field's column in a sheet. */
export function crossChecks(
  table: ImportTable,
  context: ImportContext,
  columnOf: ColumnOf,
  add: (fault: ImportFault) => void,
): CrossChecks {
  const keys = seenKeys()
  const watch = watchers[table.id]?.(context, columnOf, add)
  return {
    keep(row, said) {
      const key = naturalKey(table.id, row.entry as never)
      const twin = keys.see(key, row)
      if (twin) {
        const { field, name, spoken } = spokenKey(table, row.entry, said)
        add(twinFault(row, columnOf(row.sheet, field), { name, spoken }, twin))
      } else watch?.see(row)
      return !twin
    },
    refused(key, at) {
      const [first] = table.fields
      if (!first || !byFirstColumn.has(table.id)) return
      const row = { ...at, entry: {} } as ImportedRow
      const twin = keys.see(key, row)
      if (!twin) return
      const said = { name: first.zh, spoken: key }
      add(twinFault(row, columnOf(at.sheet, first.id), said, { ...twin, isSame: false, isRefused: true }))
    },
    finish() {
      watch?.finish((key) => keys.has(key))
    },
  }
}

type Twin = { readonly sheet: string; readonly row: number; readonly isSame: boolean; readonly isRefused?: boolean }

function twinFault(
  { sheet, row }: Pick<ImportedRow, 'sheet' | 'row'>,
  column: string,
  { name, spoken }: Omit<SpokenKey, 'field'>,
  twin: Twin,
): ImportFault {
  const place = `${twin.sheet === sheet ? '' : `工作表“${twin.sheet}”`}第${twin.row}行`
  const at = { sheet, row, column, value: spoken }
  return twin.isSame
    ? {
        severity: 'warning',
        ...at,
        message: `与${place}完全相同（${name}「${spoken}」），只读了一次。`,
        mend: '请核对是不是重复填写。',
      }
    : {
        severity: 'error',
        ...at,
        message: `${name}「${spoken}」与${place}重复${twin.isRefused ? '' : '，内容却不同'}。`,
        mend: '请留下正确的一行，或改正编号。',
      }
}

/** Tables whose first column alone tells their rows apart. */
const byFirstColumn: ReadonlySet<ImportTable['id']> = new Set([
  'budget-lines',
  'payments',
  'projects',
  'buildings',
  'tasks',
  'indicators',
])

type Watch = (context: ImportContext, columnOf: ColumnOf, add: (fault: ImportFault) => void) => Watcher

const watchers: Partial<Record<ImportTable['id'], Watch>> = {
  indicators: watchWeights,
  projects: watchProjectNames,
  'base-data': watchBaseTotals,
}
