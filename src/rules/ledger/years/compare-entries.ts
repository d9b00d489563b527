import type { ComparedEntry, FieldDifference, ListComparison } from '#domain/year/comparison.ts'

type Keyed = ReadonlyMap<string, ComparedEntry>

/**
 * Two states of a list, entry by entry and field by field. Maps are by the entry's key; `mostShown` entries of each kind
 * are given, all are counted.
 */
export function compareEntries(list: string, earlier: Keyed, later: Keyed, mostShown: number): ListComparison {
  const added = [...later].filter(([key]) => !earlier.has(key)).map(([key, entry]) => ({ key, entry }))
  const removed = [...earlier].filter(([key]) => !later.has(key)).map(([key, entry]) => ({ key, entry }))
  const both = [...later].filter(([key]) => earlier.has(key))
  const changed = both.flatMap(([key, entry]) => {
    const fields = fieldDifferences(earlier.get(key) ?? {}, entry)
    return fields.length > 0 ? [{ key, entry, fields }] : []
  })
  return {
    list,
    counts: {
      same: both.length - changed.length,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    },
    added: added.slice(0, mostShown),
    removed: removed.slice(0, mostShown),
    changed: changed.slice(0, mostShown),
  }
}

/** The fields in which two entries differ, in the order of the later one. */
export function fieldDifferences(earlier: ComparedEntry, later: ComparedEntry): FieldDifference[] {
  const fields = [...new Set([...Object.keys(later), ...Object.keys(earlier)])]
  return fields
    .filter((field) => canonical(earlier[field]) !== canonical(later[field]))
    .map((field) => ({
      field,
      ...(earlier[field] === undefined ? {} : { was: earlier[field] }),
      ...(later[field] === undefined ? {} : { is: later[field] }),
    }))
}

/** A value as text in which the order of names does not tell. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}
