import { entryKeyOf } from '#domain/ledger/entry-keys.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { goOnAs } from './line-ids.ts'
import { type Of, type Pending, changeOf, changesOf, dropPending, keep, notedOnce } from './kept-changes.ts'

/** Keys of entries, one after another. */
export type Keys = readonly (readonly string[])[]

let sending: ReadonlySet<string> = new Set()

/** Marks the changes that are under way: what is typed meanwhile becomes a change of its own. */
export function markSending(ids: readonly string[]): void {
  sending = new Set(ids)
}

/** Notes a change of fields; one not yet sent to the same entry takes them up. */
export function noteChange(change: Pick<Pending, 'ledger' | 'list' | 'key' | 'was' | 'set'>): void {
  const same = notYetSent(change, 'change').find(({ state }) => state !== 'conflict')
  if (!same) return keep({ id: crypto.randomUUID(), kind: 'change', state: 'waiting', ...change })
  keep({
    ...bare(same),
    state: 'waiting',
    was: { ...change.was, ...same.was },
    set: { ...same.set, ...change.set },
  })
}

/** Notes a new entry; `isFinished`: it can be sent. Gives the id under which it goes on being filled in. */
export function noteAddition(
  addition: Pick<Pending, 'ledger' | 'list' | 'set' | 'place'>,
  isFinished: boolean,
  id: string = crypto.randomUUID(),
): string {
  keep({ id, kind: 'add', key: [], was: {}, state: isFinished ? 'waiting' : 'unfinished', ...addition })
  return id
}

export function noteRemoval(removal: Of): void {
  notedOnce(() => {
    for (const { id } of notYetSent(removal, 'change')) dropPending(id)
    keep({ id: crypto.randomUUID(), kind: 'remove', was: {}, set: {}, state: 'waiting', ...removal })
  })
}

/** Notes how entries of a list stand; an order of the same ones not yet sent gives way. */
export function noteOrder({ keys, ...of }: Of & { readonly keys: Keys }): void {
  notedOnce(() => {
    for (const { id } of notYetSent(of, 'order')) dropPending(id)
    keep({ id: crypto.randomUUID(), kind: 'order', was: {}, set: { keys }, state: 'waiting', ...of })
  })
}

/** The server has a change. What was typed into an entry while it was being added changes what is stored now. */
export function confirmSent(sent: Pending): void {
  const now = changeOf(sent.id)
  dropPending(sent.id)
  if (sent.kind !== 'add') return
  const key = entryKeyOf(sent.list, sent.set)
  goOnAs(sent.ledger, sent.list, key, sent.id)
  if (!now || now.set === sent.set) return
  const fields = Object.keys(now.set).filter((field) => now.set[field] !== sent.set[field])
  const { set } = partOf(now, fields)
  noteChange({ ledger: sent.ledger, list: sent.list, key, was: partOf(sent, fields).set, set })
}

/** Whether an addition is still here and not on its way. */
export function isNoted(id: string): boolean {
  return !sending.has(id) && changeOf(id)?.kind === 'add'
}

/** Takes an addition back that is not on its way yet; false where it is, or is stored. */
export function withdrawAddition(id: string): boolean {
  const isHere = isNoted(id)
  if (isHere) dropPending(id)
  return isHere
}

export function holdBack(id: string, reason: Pick<Pending, 'state' | 'message' | 'conflict'>): void {
  const change = changeOf(id)
  if (change) keep({ ...bare(change), ...reason })
}

/**
 * Holds some fields of a change back; its others go on as a change of their own. A change that is not of fields, or of
 * which all or none are named, is held back as a whole.
 */
export function holdFields(
  id: string,
  fields: ReadonlySet<string>,
  reason: Pick<Pending, 'state' | 'message' | 'conflict'>,
): void {
  const change = changeOf(id)
  const named = Object.keys(change?.set ?? {}).filter((field) => fields.has(field))
  const others = Object.keys(change?.set ?? {}).filter((field) => !fields.has(field))
  if (change?.kind !== 'change' || named.length === 0 || others.length === 0) return holdBack(id, reason)
  notedOnce(() => {
    keep({ ...bare(change), ...partOf(change, named), ...reason })
    keep({ ...bare(change), ...partOf(change, others), id: crypto.randomUUID(), state: 'waiting' })
  })
}

function partOf({ was, set }: Pending, fields: readonly string[]): Pick<Pending, 'was' | 'set'> {
  const pick = (entry: PlainEntry) => Object.fromEntries(fields.map((field) => [field, entry[field] ?? null]))
  return { was: pick(was), set: pick(set) }
}

/** A person saw what the other one wrote and keeps their own: the change is sent anew, on top of it. */
export function insist(id: string): void {
  const change = changeOf(id)
  if (!change) return
  const stored = change.conflict?.stored ?? {}
  const was = Object.fromEntries(Object.keys(change.set).map((field) => [field, stored[field] ?? null]))
  keep({ ...bare(change), was, state: 'waiting' })
}

function notYetSent(of: Of, kind: Pending['kind']): readonly Pending[] {
  return changesOf(of).filter((each) => each.kind === kind && !sending.has(each.id))
}

/** The change without what was said against it. */
function bare({ id, ledger, list, kind, key, was, set, place, state }: Pending): Pending {
  return { id, ledger, list, kind, key, was, set, place, state }
}
