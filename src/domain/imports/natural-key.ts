import type { Goal, Scope } from '../ledger/goal.ts'
import type { ImportEntries, ImportKind } from './import-table.ts'

type KeyOf = { readonly [K in ImportKind]: (entry: ImportEntries[K]) => string }

const keys: KeyOf = {
  'budget-lines': ({ key }) => key,
  payments: ({ voucher }) => voucher,
  staffing: ({ organisation }) => organisation,
  'base-data': ({ item, column }) => `${item}@${column}`,
  buildings: ({ name }) => name,
  projects: ({ id }) => id,
  tasks: ({ name }) => name,
  goals: (goal) => goalKey(goal),
  indicators: ({ id }) => id,
  'work-records': ({ kind, id }) => `${kind}/${id}`,
}

/** What tells one entry of a kind from another within a department and year: imports match on it. */
export function naturalKey<K extends ImportKind>(kind: K, entry: ImportEntries[K]): string {
  return keys[kind](entry)
}

function goalKey({ scope, term }: Goal): string {
  return `${scopeKey(scope)}@${term}`
}

/** 'department' or 'project:p1'. */
export function scopeKey(scope: Scope): string {
  return scope === 'department' ? 'department' : `project:${scope.project}`
}
