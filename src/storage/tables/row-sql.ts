import type { LedgerTable } from './ledger-table.ts'

type Keyed = Pick<LedgerTable<never>, 'key'>
type Columned = Pick<LedgerTable<never>, 'key' | 'columns'>

/** SQL: a stored entry t and a staged entry s have the same key. */
export function sameKey(table: Keyed): string {
  return table.key.map((column) => `t."${column}" = s."${column}"`).join(' and ')
}

/** SQL: the content of a stored entry t and a staged entry s differs. */
export function differs(table: Columned): string {
  const content = table.columns.filter(({ name }) => !table.key.includes(name))
  const row = (alias: string) => content.map(({ name }) => `${alias}."${name}"`).join(', ')
  return `(${row('t')}) is distinct from (${row('s')})`
}
