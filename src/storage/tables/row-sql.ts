import type { LedgerTable } from './ledger-table.ts'

type Keyed = Pick<LedgerTable<never>, 'key'>
type Columned = Pick<LedgerTable<never>, 'key' | 'columns'>

/** SQL: a stored entry t and a staged entry s have the same key. */
export function sameKey(table: Keyed): string {
  return table.key.map((column) => `t."${column}" = s."${column}"`).join(' and ')
}

/** SQL: the key of a stored entry t is among those given as arrays of text, one a key column, from parameter `first` on. */
export function keyAmong(table: Keyed, first: number): string {
  const columns = table.key.map((column) => `t."${column}"::text`).join(', ')
  const arrays = table.key.map((_, index) => `$${first + index}::text[]`).join(', ')
  return `(${columns}) in (select * from unnest(${arrays}))`
}

/** Keys as the arrays keyAmong asks for. */
export function keysOf(table: Keyed, keys: readonly (readonly string[])[]): string[][] {
  return table.key.map((_, index) => keys.map((key) => key[index] ?? ''))
}

/**
 * SQL: what a column of a stored entry t becomes: what was staged, or with `keep` and a blank what is stored. Of the fields
 * of a record of a work ledger each is kept by itself.
 */
export function becomes(column: string, keep: boolean): string {
  if (keep && column === 'values') return `t."values" || s."values"`
  return keep ? `coalesce(s."${column}", t."${column}")` : `s."${column}"`
}

/** SQL: the content of a stored entry t is not what it becomes by a staged entry s. */
export function differs(table: Columned, keep: boolean): string {
  const content = table.columns.filter(({ name }) => !table.key.includes(name))
  const stored = content.map(({ name }) => `t."${name}"`)
  const next = content.map(({ name }) => becomes(name, keep))
  return `(${stored.join(', ')}) is distinct from (${next.join(', ')})`
}
