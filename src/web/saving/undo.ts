import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { entryKeyOf } from '#domain/ledger/entry-keys.ts'
import { type Pending, notedOnce } from './kept-changes.ts'
import { type Keys, isNoted, noteAddition, noteChange, noteOrder, noteRemoval, withdrawAddition } from './pending.ts'

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
      readonly place?: number | undefined
      readonly order?: Order
    }
  | {
      readonly kind: 'withdraw'
      readonly id: string
      readonly ledger: string
      readonly list: LedgerList
      readonly set: PlainEntry
    }
  | {
      readonly kind: 'refill'
      readonly id: string
      readonly ledger: string
      readonly list: LedgerList
      readonly was: PlainEntry
      readonly wasFinished: boolean
      readonly set: PlainEntry
    }
  | { readonly kind: 'several'; readonly steps: readonly Step[] }
  | { readonly kind: 'stored'; readonly takeBack: () => void }

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

/** Adds an entry that is whole, in a way that can be taken back; `id` under which it may go on being filled in. */
export function add(
  addition: { readonly ledger: string; readonly list: LedgerList; readonly set: PlainEntry },
  isFinished: boolean,
  id?: string,
): void {
  push({ kind: 'withdraw', id: noteAddition(addition, isFinished, id), ...addition })
}

/** Fills in an entry that is still being added, in a way that can be taken back. */
export function refill(
  line: { readonly id: string; readonly ledger: string; readonly list: LedgerList },
  was: { readonly entry: PlainEntry; readonly isFinished: boolean },
  now: { readonly entry: PlainEntry; readonly isFinished: boolean },
): void {
  const { id, ledger, list } = line
  noteAddition({ ledger, list, set: now.entry }, now.isFinished, id)
  push({ kind: 'refill', ...line, was: was.entry, wasFinished: was.isFinished, set: now.entry })
}

let gathered: Step[] | undefined

/** Edits that a person made in one go: one undo takes all of them back. */
export function asOne<T>(edit: () => T): T {
  if (gathered) return edit()
  gathered = []
  try {
    return notedOnce(edit)
  } finally {
    const own = gathered
    gathered = undefined
    if (own.length > 0) push(own.length === 1 ? own[0] : { kind: 'several', steps: own })
  }
}

/**
 * Takes an entry away; taking that back adds it again where it stood: at `place` of all, or as `order` says how the
 * entries stood.
 */
export function remove(
  { place, ...edit }: Pick<Pending, 'ledger' | 'list' | 'key' | 'place'>,
  entry: PlainEntry,
  order?: Order,
): void {
  noteRemoval(edit)
  push({ kind: 'add', ledger: edit.ledger, list: edit.list, set: entry, place, ...(order ? { order } : {}) })
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

/** Something that was stored by itself, in a way that can be taken back. */
export function noteStored(takeBack: () => void): void {
  push({ kind: 'stored', takeBack })
}

export function canUndo(): boolean {
  return steps.length > 0
}

/** Takes the last edit of this visit back. */
export function undo(): void {
  const last = steps.at(-1)
  if (!last) return
  push(undefined)
  notedOnce(() => takeBack(last))
}

function takeBack(last: Step): void {
  if (last.kind === 'several') for (const step of last.steps.toReversed()) takeBack(step)
  else if (last.kind === 'stored') last.takeBack()
  else if (last.kind === 'change') noteChange(last)
  else if (last.kind === 'move') noteMove(last)
  else if (last.kind === 'refill') {
    const { id, ledger, list, was, wasFinished, set } = last
    // Stored meanwhile: the line goes as a whole.
    if (isNoted(id)) noteAddition({ ledger, list, set: was }, wasFinished, id)
    else noteRemoval({ ledger, list, key: entryKeyOf(list, set) })
  } else if (last.kind === 'withdraw') {
    const { id, ledger, list, set } = last
    if (!withdrawAddition(id)) noteRemoval({ ledger, list, key: entryKeyOf(list, set) })
  } else {
    const { ledger, list, set, place, order } = last
    noteAddition({ ledger, list, set, place }, true)
    if (order) noteOrder({ ledger, list, key: order.of, keys: order.keys })
  }
}

export function onUndo(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function push(step: Step | undefined): void {
  if (step && gathered) {
    gathered.push(step)
    return
  }
  steps = step ? [...steps.slice(1 - most), step] : steps.slice(0, -1)
  for (const listener of listeners) listener()
}
