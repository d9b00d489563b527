import { entryKeyOf } from '#domain/ledger/entry-keys.ts'
import type { Conflict, LedgerList, PlainEntry } from '#http/contracts/year.ts'

/** Where a typed change stands: still being filled in · to be sent · refused as it is · somebody else changed the same. */
export type PendingState = 'unfinished' | 'waiting' | 'refused' | 'conflict'

/**
 * A change a person made that the server has not confirmed.
 *
 * ledger    430922/001/2023
 * key       of the entry that changes or goes; of an added one, nothing
 *           of an order, whose entries they are
 * was, set  of a change: fields as they stood and as they shall be, null for a blank; of an addition `set` is the entry;
 *           of an order `set.keys` is how entries stand
 * place     of an addition that puts an entry back: where it stood
 */
export type Pending = {
  readonly id: string
  readonly ledger: string
  readonly list: LedgerList
  readonly kind: 'change' | 'add' | 'remove' | 'order'
  readonly key: readonly string[]
  readonly was: PlainEntry
  readonly set: PlainEntry
  readonly place?: number | undefined
  readonly state: PendingState
  readonly message?: string
  readonly conflict?: Conflict
}

/** Keys of entries, one after another. */
export type Keys = readonly (readonly string[])[]

const storageKey = (account: string) => `jiheng.pending.${account}`

let owner = ''
let list: readonly Pending[] = []
let sending: ReadonlySet<string> = new Set()
/** How many edits made in one go are under way: what they note is kept and told once, at the end. */
let gathering = 0
const listeners = new Set<() => void>()

/** Takes up what an account left unsent on this machine. Another account's changes stay where they are. */
export function openPending(account: string): void {
  if (owner === account) return
  owner = account
  list = read(account)
  for (const listener of listeners) listener()
}

export function pendingChanges(): readonly Pending[] {
  return list
}

export function onPending(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Marks the changes that are under way: what is typed meanwhile becomes a change of its own. */
export function markSending(ids: readonly string[]): void {
  sending = new Set(ids)
}

/** Keeps what `edit` notes once, at its end: hundreds of pasted lines are one thing to write down and to show. */
export function notedOnce<T>(edit: () => T): T {
  const before = list
  gathering += 1
  try {
    return edit()
  } finally {
    gathering -= 1
    if (gathering === 0 && list !== before) store(list)
  }
}

/** Notes a change of fields; one not yet sent to the same entry takes them up. */
export function noteChange(change: Pick<Pending, 'ledger' | 'list' | 'key' | 'was' | 'set'>): void {
  const same = list.find(
    (each) => each.kind === 'change' && !sending.has(each.id) && each.state !== 'conflict' && isOf(each, change),
  )
  if (!same) return store([...list, { id: crypto.randomUUID(), kind: 'change', state: 'waiting', ...change }])
  const merged: Pending = {
    ...bare(same),
    state: 'waiting',
    was: { ...change.was, ...same.was },
    set: { ...same.set, ...change.set },
  }
  store(list.map((each) => (each.id === same.id ? merged : each)))
}

/** Notes a new entry; `isFinished`: it can be sent. Gives the id under which it goes on being filled in. */
export function noteAddition(
  addition: Pick<Pending, 'ledger' | 'list' | 'set' | 'place'>,
  isFinished: boolean,
  id: string = crypto.randomUUID(),
): string {
  const next: Pending = { id, kind: 'add', key: [], was: {}, state: isFinished ? 'waiting' : 'unfinished', ...addition }
  store(list.some((each) => each.id === id) ? list.map((each) => (each.id === id ? next : each)) : [...list, next])
  return id
}

export function noteRemoval(removal: Pick<Pending, 'ledger' | 'list' | 'key'>): void {
  const others = list.filter((each) => !(each.kind === 'change' && !sending.has(each.id) && isOf(each, removal)))
  store([...others, { id: crypto.randomUUID(), kind: 'remove', was: {}, set: {}, state: 'waiting', ...removal }])
}

/** Notes how entries of a list stand; an order of the same ones not yet sent gives way. */
export function noteOrder({ keys, ...of }: Pick<Pending, 'ledger' | 'list' | 'key'> & { readonly keys: Keys }): void {
  const others = list.filter((each) => !(each.kind === 'order' && !sending.has(each.id) && isOf(each, of)))
  store([...others, { id: crypto.randomUUID(), kind: 'order', was: {}, set: { keys }, state: 'waiting', ...of }])
}

/** The server has a change. What was typed into an entry while it was being added changes what is stored now. */
export function confirmSent(sent: Pending): void {
  const now = list.find(({ id }) => id === sent.id)
  dropPending(sent.id)
  if (sent.kind !== 'add' || !now || now.set === sent.set) return
  const fields = Object.keys(now.set).filter((field) => now.set[field] !== sent.set[field])
  const pick = (entry: PlainEntry) => Object.fromEntries(fields.map((field) => [field, entry[field] ?? null]))
  noteChange({
    ledger: sent.ledger,
    list: sent.list,
    key: entryKeyOf(sent.list, sent.set),
    was: pick(sent.set),
    set: pick(now.set),
  })
}

/** Whether an addition is still here and not on its way. */
export function isNoted(id: string): boolean {
  return !sending.has(id) && list.some((each) => each.id === id && each.kind === 'add')
}

/** Takes an addition back that is not on its way yet; false where it is, or is stored. */
export function withdrawAddition(id: string): boolean {
  const isHere = isNoted(id)
  if (isHere) dropPending(id)
  return isHere
}

/** The change is done with: confirmed, or given up. */
export function dropPending(id: string): void {
  store(list.filter((each) => each.id !== id))
}

export function holdBack(id: string, reason: Pick<Pending, 'state' | 'message' | 'conflict'>): void {
  store(list.map((each) => (each.id === id ? { ...bare(each), ...reason } : each)))
}

/** A person saw what the other one wrote and keeps their own: the change is sent anew, on top of it. */
export function insist(id: string): void {
  store(
    list.map((each) => {
      if (each.id !== id) return each
      const stored = each.conflict?.stored ?? {}
      const was = Object.fromEntries(Object.keys(each.set).map((field) => [field, stored[field] ?? null]))
      return { ...bare(each), was, state: 'waiting' }
    }),
  )
}

export function isOf(
  one: Pick<Pending, 'ledger' | 'list' | 'key'>,
  other: Pick<Pending, 'ledger' | 'list' | 'key'>,
): boolean {
  return one.ledger === other.ledger && one.list === other.list && one.key.join('\n') === other.key.join('\n')
}

/** The change without what was said against it. */
function bare({ id, ledger, list: of, kind, key, was, set, place, state }: Pending): Pending {
  return { id, ledger, list: of, kind, key, was, set, place, state }
}

function store(next: readonly Pending[]): void {
  list = next
  if (gathering > 0) return
  localStorage.setItem(storageKey(owner), JSON.stringify(next))
  for (const listener of listeners) listener()
}

function read(account: string): readonly Pending[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey(account)) ?? '[]') as Pending[]
  } catch {
    return []
  }
}
