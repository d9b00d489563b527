import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { noteAddition, noteChange, noteRemoval } from './pending.ts'

/** What would take an edit back. */
type Step =
  | {
      readonly kind: 'change'
      readonly ledger: string
      readonly list: LedgerList
      readonly key: readonly string[]
      readonly was: PlainEntry
      readonly set: PlainEntry
    }
  | { readonly kind: 'add'; readonly ledger: string; readonly list: LedgerList; readonly set: PlainEntry }

const most = 100
let steps: readonly Step[] = []
const listeners = new Set<() => void>()

/** Changes fields of an entry, in a way that can be taken back. */
export function change(edit: {
  readonly ledger: string
  readonly list: LedgerList
  readonly key: readonly string[]
  readonly was: PlainEntry
  readonly set: PlainEntry
}): void {
  noteChange(edit)
  push({ kind: 'change', ...edit, was: edit.set, set: edit.was })
}

/** Takes an entry away; taking that back adds it again. */
export function remove(
  edit: { readonly ledger: string; readonly list: LedgerList; readonly key: readonly string[] },
  entry: PlainEntry,
): void {
  noteRemoval(edit)
  push({ kind: 'add', ledger: edit.ledger, list: edit.list, set: entry })
}

export function canUndo(): boolean {
  return steps.length > 0
}

/** Takes the last edit of this visit back. */
export function undo(): void {
  const last = steps.at(-1)
  if (!last) return
  push(undefined)
  if (last.kind === 'change') noteChange(last)
  else noteAddition(last, true)
}

export function onUndo(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function push(step: Step | undefined): void {
  steps = step ? [...steps.slice(1 - most), step] : steps.slice(0, -1)
  for (const listener of listeners) listener()
}
