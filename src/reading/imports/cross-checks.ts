import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { naturalKey } from '#domain/imports/natural-key.ts'
import { seenKeys } from './seen-keys.ts'
import { watchProjectNames } from './watch-project-names.ts'
import { type Watcher, watchWeights } from './watch-weights.ts'

/** What only all rows together show: the same key twice, weights that do not add up. */
export type CrossChecks = {
  /** Whether the row is to be kept: a word-for-word repetition is not. */
  keep(row: ImportedRow): boolean
  /** A row that was refused bears its key all the same. */
  refused(key: string, at: Pick<ImportedRow, 'sheet' | 'row'>): void
  finish(): void
}

export function crossChecks(
  table: ImportTable,
  context: ImportContext,
  add: (fault: ImportFault) => void,
): CrossChecks {
  const keys = seenKeys()
  const watch = watchers[table.id]?.(context, add)
  return {
    keep(row) {
      const key = naturalKey(table.id, row.entry as never)
      const twin = keys.see(key, row)
      if (twin) add(twinFault(table, key, row, twin))
      else watch?.see(row)
      return !twin
    },
    refused(key, at) {
      if (!byFirstColumn.has(table.id)) return
      const row = { ...at, entry: {} } as ImportedRow
      const twin = keys.see(key, row)
      if (twin) add(twinFault(table, key, row, { ...twin, isSame: false, isRefused: true }))
    },
    finish() {
      watch?.finish((key) => keys.has(key))
    },
  }
}

function twinFault(
  table: ImportTable,
  key: string,
  { sheet, row }: ImportedRow,
  twin: { sheet: string; row: number; isSame: boolean; isRefused?: boolean },
): ImportFault {
  const place = `${twin.sheet === sheet ? '' : `工作表“${twin.sheet}”`}第${twin.row}行`
  const spoken = key.replace(/^[a-z-]+\//, '')
  const name = table.fields[0]?.zh ?? '编号'
  return twin.isSame
    ? {
        severity: 'warning',
        sheet,
        row,
        column: '',
        value: spoken,
        message: `与${place}完全相同（${name}「${spoken}」），只读了一次。`,
        mend: '请核对是不是重复填写。',
      }
    : {
        severity: 'error',
        sheet,
        row,
        column: '',
        value: spoken,
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

type Watch = (context: ImportContext, add: (fault: ImportFault) => void) => Watcher

const watchers: Partial<Record<ImportTable['id'], Watch>> = { indicators: watchWeights, projects: watchProjectNames }
