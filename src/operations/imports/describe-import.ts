import { faultText } from '#domain/imports/import-result.ts'
import type { ImportEntry, ImportTable } from '#domain/imports/import-table.ts'
import { ledgerListOf } from '#domain/imports/ledger-list.ts'
import { type LedgerTable, entryOfContent } from '#storage/tables/ledger-table.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'
import { entryRows } from '#writing/tables/entry-rows.ts'
import { headingOf } from '#writing/tables/write-table-csv.ts'
import type { ImportOutcome } from './import-file.ts'

const marks = { error: '错误', warning: '提醒' }

/** What an import came to, as lines for a person: counts and changes, and every fault at its cell. */
export function outcomeLines({ table, tally, faults, stored, preview }: ImportOutcome): {
  readonly lines: readonly string[]
  readonly faults: readonly string[]
} {
  const told = faults.map((fault) => `${marks[fault.severity]} ${faultText(fault)}`)
  const more = tally.errors + tally.warnings - faults.length
  if (more > 0) told.push(`另有 ${more} 处没有列出。`)
  const left = [
    [tally.totals, '行合计'],
    [tally.examples, '行示例'],
  ].flatMap(([count, what]) => (Number(count) > 0 ? [`${count} ${what}`] : []))
  const passed = left.length > 0 ? `（略过 ${left.join('、')}）` : ''
  if (!stored)
    return {
      lines: [`${table.zh}：${tally.rows} 行里有 ${tally.errors} 处错误，一行也没有导入。请改正后再试。`],
      faults: told,
    }
  const done = preview ? '预览，没有改动账本：将' : '已'
  const counts = `新增 ${stored.new}，更改 ${stored.changed}，未变 ${stored.unchanged}`
  return {
    lines: [
      `${table.zh}：读到 ${tally.rows} 行${passed}，${done}${counts}。`,
      ...changeLines(table, stored),
      ...unlisted(stored),
    ],
    faults: told,
  }
}

function unlisted({ changed, changes }: NonNullable<ImportOutcome['stored']>): string[] {
  const more = changed - changes.length
  return more > 0 ? [`  另有 ${more} 处更改没有列在这里。`] : []
}

function changeLines(table: ImportTable, { changes }: NonNullable<ImportOutcome['stored']>): string[] {
  return changes.map(
    ({ target, before, after }) =>
      `  更改 ${target.split('/').slice(2).join('/')}：${changedFields(table, before ?? {}, after ?? {}).join('；')}`,
  )
}

type Content = Readonly<Record<string, unknown>>

/** The cells in which two contents of an entry differ, by the headings of its table: 「支付金额（元）1 → 2」. */
export function changedFields(table: ImportTable, before: Content, after: Content): string[] {
  const [old, own] = [cellsOf(table, before), cellsOf(table, after)]
  return table.fields.flatMap((field, at) =>
    old[at] === own[at] ? [] : [`${headingOf(field)}${field.type === 'amount' ? '' : ' '}${old[at]} → ${own[at]}`],
  )
}

function cellsOf(table: ImportTable, content: Content): string[] {
  const entry = entryOfContent(ledgerTables[ledgerListOf[table.id]] as LedgerTable<ImportEntry>, content)
  const [row = []] = entryRows(table, [entry], { payees: true })
  return row.map((cell) => (cell === undefined || cell === '' ? '（空）' : String(cell)))
}
