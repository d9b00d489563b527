import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { type Keys, noteAddition, noteChange, noteOrder, noteRemoval } from './pending.ts'

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
  | ({ readonly kind: 'move' } & Move)
  | {
      readonly kind: 'add'
      readonly ledger: string
      readonly list: LedgerList
      readonly set: PlainEntry
      readonly order?: Order
    }

/** How entries stand, and whose they are: all of one indicator form. */
type Order = { readonly of: readonly string[]; readonly keys: Keys }

/**
 * An entry that stands elsewhere.
 *
 * of         whose entries are in order: all of one indicator form
 * was, now   their keys, one after another
 * fields     what of the entry changes with its place
 */
type Move = {
  readonly ledger: string
  readonly list: LedgerList
  readonly of: readonly string[]
  readonly was: Keys
  readonly now: Keys
  readonly fields?: { readonly key: readonly string[]; readonly was: PlainEntry; readonly set: PlainEntry }
}

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

/** Takes an entry away; taking that back adds it again, in its place where `order` says how the entries stood. */
export function remove(
  edit: { readonly ledger: string; readonly list: LedgerList; readonly key: readonly string[] },
  entry: PlainEntry,
  order?: Order,
): void {
  noteRemoval(edit)
  push({ kind: 'add', ledger: edit.ledger, list: edit.list, set: entry, ...(order ? { order } : {}) })
}

/** Puts an entry elsewhere among the others, in a way that can be taken back at once. */
export function move(edit: Move): void {
  noteMove(edit)
  const { fields, was, now } = edit
  const back = fields ? { fields: { ...fields, was: fields.set, set: fields.was } } : {}
  push({ kind: 'move', ...edit, was: now, now: was, ...back })
}

function noteMove({ ledger, list, of, now, fields }: Move): void {
  if (fields) noteChange({ ledger, list, ...fields })
  noteOrder({ ledger, list, key: of, keys: now })
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
  else if (last.kind === 'move') noteMove(last)
  else {
    const { ledger, list, set, order } = last
    noteAddition({ ledger, list, set }, true)
    if (order) noteOrder({ ledger, list, key: order.of, keys: order.keys })
  }
}

export function onUndo(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function push(step: Step | undefined): void {
  steps = step ? [...steps.slice(1 - most), step] : steps.slice(0, -1)
  for (const listener of listeners) listener()
}
