import type { Choice } from '../grid/column.ts'

export function choicesFrom(names: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}

/** Entries with an id and a name as choices: 001 县政府办. */
export function choicesAmong(entries: readonly Readonly<Record<string, unknown>>[]): readonly Choice[] {
  return entries.map(({ id, name, shortName }) => ({
    value: String(id),
    label: String(shortName ?? name ?? id),
    names: name === undefined ? [] : [String(name)],
  }))
}
