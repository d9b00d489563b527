import type { ImportTable } from '#domain/imports/import-table.ts'
import type { EntryOutcome } from '#storage/tables/list-outcomes.ts'
import { csvLine } from '#writing/tables/write-table-csv.ts'
import { changedFields } from './describe-import.ts'

const words = { new: '新增', changed: '更改', unchanged: '未变' }

/** The first line of a csv that tells of every entry of an import what became of it. */
export const outcomeHead = `\uFEFF${csvLine(['编号', '结果', '更改'])}`

/** Its lines for some entries: 「PZ1,更改,支付金额（元）1 → 2」. */
export function outcomeText(table: ImportTable, outcomes: readonly EntryOutcome[]): string {
  return outcomes
    .map(({ key, became, before = {}, after = {} }) =>
      csvLine([
        key.join('/'),
        words[became],
        became === 'changed' ? changedFields(table, before, after).join('；') : '',
      ]),
    )
    .join('')
}
