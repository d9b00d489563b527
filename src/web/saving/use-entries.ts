import { keepPreviousData } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { EntriesView, LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { ask } from '../ask.ts'
import { useRead } from '../shell/queries.ts'
import { entryKeyOf } from '#domain/ledger/entry-keys.ts'
import { lineIdOf } from './line-ids.ts'
import { type Pending, onPending, pendingChanges } from './kept-changes.ts'
import { type Keys } from './pending.ts'

/** Which entries of a list a page shows; `equals`: text of columns by name. */
export type EntriesWish = {
  readonly offset?: number
  readonly limit?: number
  readonly search?: string
  readonly equals?: Readonly<Record<string, string>>
  /** Which of the entries being added belong here; absent: all of the list. */
  readonly isOwn?: ((entry: PlainEntry) => boolean) | undefined
}

/** An entry as the person left it: what is typed already stands over what is stored. */
export type EntryLine = {
  readonly id: string
  readonly key: readonly string[]
  readonly stored: PlainEntry
  readonly entry: PlainEntry
  /** The change that waits, absent where everything is stored. */
  readonly pending?: Pending
  /** Where it stands among all of the list; absent while it is being added. */
  readonly place?: number | undefined
  readonly isNew: boolean
}

export type Entries = {
  readonly lines: readonly EntryLine[]
  readonly total: number
  readonly sum?: string
  readonly isLoading: boolean
  readonly problem?: string
}

/** A page of a list with what this person typed over it; entries being added stand last. */
export function useEntries(ledger: string, list: LedgerList, wish: EntriesWish = {}): Entries {
  const { offset = 0, limit = 500, search = '', equals = {}, isOwn } = wish
  const asked = JSON.stringify(equals)
  const { data, error, isLoading } = useRead({
    queryKey: ['ledger', ledger, 'entries', list, offset, limit, search, asked],
    queryFn: () => readPage(ledger, list, { offset, limit, search, equals }),
    placeholderData: keepPreviousData,
  })
  const pending = usePending()
  const lines = useMemo(
    () => linesOf(data, ledger, list, pending).filter((line) => !line.isNew || !isOwn || isOwn(line.entry)),
    [data, ledger, list, pending, asked],
  )
  return {
    lines,
    total: data?.total ?? 0,
    ...(data?.sum === undefined ? {} : { sum: data.sum }),
    isLoading,
    ...(error ? { problem: error.message } : {}),
  }
}

function readPage(
  ledger: string,
  list: LedgerList,
  { offset, limit, search = '', equals = {} }: EntriesWish & { readonly offset: number; readonly limit: number },
): Promise<EntriesView> {
  const range = { offset: String(offset), limit: String(limit) }
  const query = new URLSearchParams({ ...range, search, equals: JSON.stringify(equals) })
  return ask<EntriesView>(`/api/ledgers/${ledger}/entries/${list}?${query}`)
}

const mostAtOnce = 500

/** A list from its beginning, `most` entries of it at most, with what this person typed over it. throws Refusal */
export async function readLines(
  ledger: string,
  list: LedgerList,
  wish: EntriesWish,
  most: number,
): Promise<readonly EntryLine[]> {
  const entries: PlainEntry[] = []
  const places: number[] = []
  for (;;) {
    const limit = Math.min(mostAtOnce, most - entries.length)
    const page = await readPage(ledger, list, { ...wish, offset: entries.length, limit })
    entries.push(...page.entries)
    places.push(...page.places)
    if (page.entries.length < limit || entries.length >= Math.min(page.total, most)) break
  }
  return linesOf({ entries, places }, ledger, list, pendingChanges())
}

export function usePending(): readonly Pending[] {
  return useSyncExternalStore(onPending, pendingChanges)
}

function linesOf(
  { entries, places }: Pick<EntriesView, 'entries' | 'places'> = { entries: [], places: [] },
  ledger: string,
  list: LedgerList,
  pending: readonly Pending[],
): readonly EntryLine[] {
  const mine = pending.filter((each) => each.ledger === ledger && each.list === list)
  const removed = new Set(mine.filter(({ kind }) => kind === 'remove').map(({ key }) => key.join('\n')))
  const changes = mine.filter(({ kind }) => kind === 'change')
  const stored = entries.flatMap((entry, index) => {
    const key = entryKeyOf(list, entry)
    const name = key.join('\n')
    if (removed.has(name)) return []
    const own = changes.filter((each) => each.key.join('\n') === name)
    const typed = own.reduce<PlainEntry>((sum, { set }) => ({ ...sum, ...set }), entry)
    const last = own.at(-1)
    const id = lineIdOf(ledger, list, key)
    return [
      { id, key, stored: entry, entry: typed, ...(last ? { pending: last } : {}), place: places[index], isNew: false },
    ]
  })
  const added = mine
    .filter(({ kind }) => kind === 'add')
    .map((each) => ({ id: each.id, key: [], stored: {}, entry: each.set, pending: each, isNew: true }))
    .map((line) => ({ ...line, place: line.pending.place }))
  return mine
    .filter(({ kind }) => kind === 'order')
    .reduce<readonly EntryLine[]>((lines, order) => inOrder(list, lines, order), byPlace([...stored, ...added]))
}

/** Lines where they stand; what is put back goes between those it stood between, what is new behind all others. */
function byPlace(lines: readonly EntryLine[]): readonly EntryLine[] {
  return lines.toSorted((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || 0)
}

/** Lines as an order has them: the entries it names take each other's places. */
function inOrder(list: LedgerList, lines: readonly EntryLine[], { set }: Pending): readonly EntryLine[] {
  const keys = (set['keys'] as Keys).map((key) => key.join('\n'))
  const keyOf = ({ entry }: EntryLine) => entryKeyOf(list, entry).join('\n')
  const named = new Map(lines.map((line) => [keyOf(line), line]))
  const turns = keys.flatMap((key) => named.get(key) ?? [])
  const known = new Set(turns)
  let turn = 0
  return lines.map((line) => (known.has(line) ? (turns[turn++] ?? line) : line))
}
