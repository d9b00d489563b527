import type { ImportEntry, ImportTable } from '#domain/imports/import-table.ts'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import { ownField } from './build-entries.ts'

/** What the column of a field says in the row at hand. */
export type Said = (field: string) => string

/** The key of a row as its own cells say it: the field whose cell is meant, what the key is called, its words. */
export type SpokenKey = { readonly field: string; readonly name: string; readonly spoken: string }

/** What tells a row from another, in the words that stand there: 「公务接待 本年预算」, not 'three-public.reception@original'. */
export function spokenKey(table: ImportTable, entry: ImportEntry, said: Said): SpokenKey {
  const [first] = table.fields
  const alone = { field: first?.id ?? '', name: first?.zh ?? '编号', spoken: said(first?.id ?? '') }
  if (table.id === 'base-data') {
    const { column } = entry as BaseItem
    const heading = table.fields.find(({ id }) => id === column)?.zh ?? ''
    return { ...alone, field: column, spoken: `${alone.spoken} ${heading}` }
  }
  if (table.id === 'goals') return { ...alone, spoken: `${alone.spoken} ${said('term')}` }
  if (table.id !== 'work-records' || alone.spoken !== '') return alone
  const parts = (table.key ?? []).flatMap((key) =>
    table.fields.filter(({ id }) => id === key || id === `${ownField}${key}`),
  )
  const words = parts.map(({ id }) => said(id)).filter((each) => each !== '')
  return { field: parts[0]?.id ?? 'date', name: parts.map(({ zh }) => zh).join('、'), spoken: words.join('、') }
}
