import { Big } from 'big.js'
import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportEntry, ImportTable } from '#domain/imports/import-table.ts'
import { naturalKey, scopeKey } from '#domain/imports/natural-key.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import { seenKeys } from './seen-keys.ts'

/** What only all rows together show: the same key twice, weights that do not add up. */
export type CrossChecks = {
  /** Whether the row is to be kept: a word-for-word repetition is not. */
  keep(row: ImportedRow): boolean
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
    finish() {
      watch?.finish((key) => keys.has(key))
    },
  }
}

function twinFault(
  table: ImportTable,
  key: string,
  { sheet, row }: ImportedRow,
  twin: { sheet: string; row: number; isSame: boolean },
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
        message: `${name}「${spoken}」与${place}重复，内容却不同。`,
        mend: '请留下正确的一行，或改正编号。',
      }
}

type Watcher = { see(row: ImportedRow): void; finish(isInFile: (key: string) => boolean): void }
type Watch = (context: ImportContext, add: (fault: ImportFault) => void) => Watcher

const watchers: Partial<Record<ImportTable['id'], Watch>> = { indicators: watchWeights }

/** Weights of one form come to 100, or to 90 beside the 10 points of the execution rate (财预〔2020〕10号). */
function watchWeights(context: ImportContext, add: (fault: ImportFault) => void): Watcher {
  const weights = new Map<string, { sum: Big; last: ImportedRow; name: string }>()
  return {
    see(row) {
      const { scope, weight } = row.entry as IndicatorEntry
      const name =
        scope === 'department'
          ? '部门整体'
          : (context.projects?.find(({ id }) => id === scope.project)?.names[0] ?? scope.project)
      const key = scopeKey(scope)
      weights.set(key, { sum: (weights.get(key)?.sum ?? new Big(0)).plus(weight), last: row, name })
    },
    finish(isInFile) {
      for (const [key, { sum: own, last, name }] of weights) {
        const others = (context.indicators ?? []).filter(({ id, scope }) => scopeKey(scope) === key && !isInFile(id))
        const sum = others.reduce((all, { weight }) => all.plus(weight), own)
        if (sum.eq(100) || sum.eq(90)) continue
        const message = `「${name}」各指标分值合计 ${sum.toFixed()}，不是 100（不含预算执行率 10 分时应为 90）。`
        add({ severity: 'warning', ...placeOf(last), value: sum.toFixed(), message, mend: '请核对各行分值。' })
      }
    },
  }
}

function placeOf({ sheet, row }: ImportedRow<ImportEntry>): { sheet: string; row: number; column: string } {
  return { sheet, row, column: '' }
}
