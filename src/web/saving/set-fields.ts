import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { noteAddition } from './pending.ts'
import { change } from './undo.ts'
import type { EntryLine } from './use-entries.ts'

/**
 * Notes fields of an entry of a form, in a way that can be taken back; what stands there already is no change.
 *
 * isFinished   whether an entry that is not stored yet can be sent
 */
export function setFields(
  { ledger, list }: { readonly ledger: string; readonly list: LedgerList },
  line: EntryLine,
  set: PlainEntry,
  isFinished: (entry: PlainEntry) => boolean = () => true,
): void {
  const fields = Object.keys(set).filter((field) => !same(line.entry[field], set[field]))
  if (fields.length === 0) return
  if (line.isNew) {
    const entry = { ...line.entry, ...set }
    noteAddition({ ledger, list, set: entry }, isFinished(entry), line.id)
    return
  }
  const pick = (entry: PlainEntry) => Object.fromEntries(fields.map((field) => [field, entry[field] ?? null]))
  change({ ledger, list, key: line.key, was: pick(line.entry), set: pick(set) })
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
