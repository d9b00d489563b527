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

/** The entry a change is of. */
export type Of = Pick<Pending, 'ledger' | 'list' | 'key'>

const storageKey = (account: string) => `jiheng.pending.${account}`

let owner = ''
/** By id, in the order they were made. Thousands are pasted at once: none of them is looked for among all others. */
const changes = new Map<string, Pending>()
const idsOfEntry = new Map<string, Set<string>>()
let list: readonly Pending[] = []
let isListStale = false
let isKept = true
/** How many edits made in one go are under way: what they note is kept and told once, at the end. */
let gathering = 0
let isToldLater = false
const listeners = new Set<() => void>()

/** Takes up what an account left unsent on this machine. Another account's changes stay where they are. */
export function openPending(account: string): void {
  if (owner === account) return
  owner = account
  changes.clear()
  idsOfEntry.clear()
  isListStale = true
  isKept = true
  for (const each of read(account)) put(each)
  for (const listener of listeners) listener()
}

export function pendingChanges(): readonly Pending[] {
  if (isListStale) list = [...changes.values()]
  isListStale = false
  return list
}

/** False: this machine has no room for all of it, and what is not sent is lost with the page. */
export function isKeptHere(): boolean {
  return isKept || changes.size === 0
}

export function onPending(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function changeOf(id: string): Pending | undefined {
  return changes.get(id)
}

/** The changes to an entry, or to how the entries of one stand. */
export function changesOf(of: Of): readonly Pending[] {
  return [...(idsOfEntry.get(entryOf(of)) ?? [])].flatMap((id) => changes.get(id) ?? [])
}

/** Keeps a change, in the place of the one of its id. */
export function keep(change: Pending): void {
  put(change)
  told()
}

/** The change is done with: confirmed, or given up. */
export function dropPending(id: string): void {
  const change = changes.get(id)
  if (!change) return
  changes.delete(id)
  idsOfEntry.get(entryOf(change))?.delete(id)
  isListStale = true
  told()
}

/** Keeps what `edit` notes once, at its end: hundreds of pasted lines are one thing to write down and to show. */
export function notedOnce<T>(edit: () => T): T {
  gathering += 1
  try {
    return edit()
  } finally {
    gathering -= 1
    if (gathering === 0 && isToldLater) told()
  }
}

function put(change: Pending): void {
  changes.set(change.id, change)
  isListStale = true
  if (change.kind === 'add') return
  const entry = entryOf(change)
  const ids = idsOfEntry.get(entry)
  if (ids) ids.add(change.id)
  else idsOfEntry.set(entry, new Set([change.id]))
}

function entryOf({ ledger, list: of, key }: Of): string {
  return [ledger, of, ...key].join('\n')
}

function told(): void {
  isToldLater = gathering > 0
  if (isToldLater) return
  isKept = write(pendingChanges())
  for (const listener of listeners) listener()
}

/** Whether this machine had room for it. */
function write(all: readonly Pending[]): boolean {
  try {
    localStorage.setItem(storageKey(owner), JSON.stringify(all))
    return true
  } catch {
    return false
  }
}

function read(account: string): readonly Pending[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey(account)) ?? '[]') as Pending[]
  } catch {
    return []
  }
}
