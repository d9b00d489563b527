import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import type { BaseDataView, PlainEntry } from '#http/contracts/year.ts'
import { ask } from '../ask.ts'
import { entrySaid } from '../lists/entry-said.ts'
import { listName } from '#domain/log/field-names.ts'
import { useListContext } from '../lists/use-context.ts'
import { valueSaid } from '#domain/log/value-said.ts'
import { useRead } from '../shell/queries.ts'
import type { Pending } from './kept-changes.ts'
import { useEntries } from './use-entries.ts'

/** How a change is told: `title` of what, `said` a value of one of its fields; with names and units as in the forms. */
export function useSaid({ ledger, list, key, was, set, conflict }: Pending): {
  readonly title: string
  readonly said: (field: string, value: unknown) => string
} {
  const context = useListContext(ledger)
  const kinds = useEntries(ledger, 'workKinds').lines.map((line) => line.entry as unknown as WorkKind)
  const { data: base } = useRead({
    queryKey: ['ledger', ledger, 'base-data'],
    queryFn: () => ask<BaseDataView>(`/api/ledgers/${ledger}/base-data`),
    enabled: list === 'baseItems',
  })
  const [first = '', ...others] = key
  const stored = useEntries(ledger, list, { search: key.at(-1) ?? '' }).lines.find((line) => sameKey(line.key, key))
  const entry: PlainEntry = { ...stored?.stored, ...was, ...conflict?.stored, ...(key.length === 0 ? set : {}) }
  const kind = kinds.find(({ id }) => id === (entry['kind'] ?? first))
  const own = list === 'workRecords' ? kind : undefined
  const row = list === 'baseItems' ? base?.rows.find(({ item }) => item === first) : undefined
  const named = { ...entry, ...(own ? { kind: own.name } : {}), ...(row ? { item: row.name } : {}) }
  const isWhole = Object.keys(entry).length > 0 && (stored ?? conflict?.stored) !== undefined
  return {
    title: `${listName(list)} ${isWhole ? entrySaid(list, named, context) : [own?.name ?? first, ...others].join(' ')}`,
    said: (field, value) =>
      field === 'values' && own ? recordSaid(own, value) : valueSaid(value, list, field, { entry, context }),
  }
}

function sameKey(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n')
}

/** What a record holds under the headings of its kind: 「人次（人次） 20」. */
function recordSaid({ fields }: WorkKind, value: unknown): string {
  const values = (value ?? {}) as Readonly<Record<string, string>>
  return fields
    .filter(({ id }) => (values[id] ?? '') !== '')
    .map(({ id, name, unit }) => `${name}${unit ? `（${unit}）` : ''} ${values[id]}`)
    .join('，')
}
