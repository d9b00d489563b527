import { isDeepStrictEqual } from 'node:util'
import type { EntryEdit } from '#storage/ledgers/edit-entries.ts'
import { editEntry } from '#storage/ledgers/edit-entry.ts'
import { orderEntries } from '#storage/ledgers/order-entries.ts'
import { type EntryPage, type PageWish, pageOfEntries } from '#storage/ledgers/page-of-entries.ts'
import { lastChangeOf } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { entryShapes } from '../ledgers/ledger-shape.ts'
import { Refused } from '../refused.ts'
import { type LedgerList, type PlainEntry, entryName, keyFields, entryKeyOf, plainEntry } from './entry-lists.ts'

export type { EntryPage, PageWish } from '#storage/ledgers/page-of-entries.ts'

/**
 * Fields of one entry as its reader saw them and as they shall be; null stands for a blank. A field that meanwhile holds
 * what is asked for is no conflict: a change may come twice.
 */
export type FieldChange = {
  readonly list: LedgerList
  readonly key: readonly string[]
  readonly was: Readonly<Record<string, unknown>>
  readonly set: Readonly<Record<string, unknown>>
}

/** What somebody else made of the fields in between, by whom and when. */
export type Conflict = {
  readonly stored: PlainEntry
  readonly fields: readonly string[]
  readonly who?: string
  readonly at?: string
}

/** One edit of a list's entry, by what it does; `place`: see entryEdit. */
export type ListEdit =
  | { readonly kind: 'add'; readonly entry: PlainEntry; readonly place?: number | undefined }
  | ({ readonly kind: 'change' } & Omit<FieldChange, 'list'>)
  | { readonly kind: 'remove'; readonly key: readonly string[] }

/**
 * What an edit makes of the entry as it is stored. Fields others changed meanwhile stay as they made them; adding what
 * is stored just so already is no fault. `place` is where an entry stood that is put back.
 * throws   Refused ledger-refused; its `edit` Refused entry-changed with a Conflict when the same field was changed,
 *          entry-missing, ledger-refused
 */
export function entryEdit(scope: LedgerScope, list: LedgerList, edit: ListEdit): EntryEdit {
  if (edit.kind === 'add') return addition(list, edit)
  return edit.kind === 'change' ? fieldChange(scope, { list, ...edit }) : removal(scope, list, edit.key)
}

function addition(list: LedgerList, { entry, place }: Extract<ListEdit, { kind: 'add' }>): EntryEdit {
  const fresh = parsed(list, entry)
  const key = entryKeyOf(list, plainEntry(fresh))
  return {
    key,
    place,
    edit: (stored) => {
      if (stored !== undefined && !isDeepStrictEqual(plainEntry(stored), plainEntry(fresh)))
        throw new Refused('ledger-refused', `${entryName(list)}里已有“${key.join(' ')}”，请换一个编号。`)
      return fresh as typeof stored
    },
  }
}

function fieldChange(scope: LedgerScope, { list, key, was, set }: FieldChange): EntryEdit {
  refuseOddKey(list, key)
  const fixed = Object.keys(set).find((field) => keyFields(list).includes(field))
  if (fixed) throw new Refused('ledger-refused', `${entryName(list)}的编号不能改，请删去后重新登记。`)
  return {
    key,
    edit: async (stored, client) => {
      if (stored === undefined) throw new Refused('entry-missing')
      const plain = plainEntry(stored)
      const fields = Object.keys(set).filter((field) => differs(plain, was, field) && differs(plain, set, field))
      if (fields.length > 0) {
        const last = await lastChangeOf(client, scope, list, key)
        throw new Refused('entry-changed', undefined, { stored: plain, fields, ...last } satisfies Conflict)
      }
      return parsed(list, { ...plain, ...set }) as typeof stored
    },
  }
}

function removal(scope: LedgerScope, list: LedgerList, key: readonly string[]): EntryEdit {
  refuseOddKey(list, key)
  if (list === 'organisations' && key[0] === scope.department)
    throw new Refused('ledger-refused', '这是部门本身，不能删去。')
  return {
    key,
    edit: (stored) => {
      if (stored === undefined) throw new Refused('entry-missing')
      return undefined
    },
  }
}

/** Changes fields of an entry, and gives it as it is now. throws Refused, see entryEdit; StorageProblem */
export async function changeEntry(
  database: Database,
  scope: LedgerScope,
  { list, ...change }: FieldChange,
  who: string,
): Promise<PlainEntry> {
  const edit = entryEdit(scope, list, { kind: 'change', ...change })
  return plainEntry(await editEntry(database, scope, list, edit, who))
}

/** Adds an entry. throws Refused ledger-refused when its key is taken or it is not of the list's shape; StorageProblem */
export async function addEntry(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  { entry, place }: { readonly entry: PlainEntry; readonly place?: number | undefined },
  who: string,
): Promise<PlainEntry> {
  const edit = entryEdit(scope, list, { kind: 'add', entry, place })
  return plainEntry(await editEntry(database, scope, list, edit, who))
}

/** Takes an entry away and gives it, so that it can be put back. throws Refused, see entryEdit; StorageProblem */
export async function removeEntry(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  key: readonly string[],
  who: string,
): Promise<PlainEntry> {
  const taking = entryEdit(scope, list, { kind: 'remove', key })
  let removed: unknown
  const edit: typeof taking.edit = (stored, client) => {
    removed = stored
    return taking.edit(stored, client)
  }
  await editEntry(database, scope, list, { key, edit }, who)
  return plainEntry(removed)
}

/** Puts entries of a list in another order among themselves. throws StorageProblem */
export async function putInOrder(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  keys: readonly (readonly string[])[],
  who: string,
): Promise<void> {
  await orderEntries(database, scope, list, keys, who)
}

/** A page of a list as the pages get it. */
export async function readEntries(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  wish: PageWish,
): Promise<Omit<EntryPage<LedgerList>, 'entries'> & { readonly entries: readonly PlainEntry[] }> {
  const { entries, ...page } = await pageOfEntries(database, scope, list, wish)
  return { ...page, entries: entries.map(plainEntry) }
}

/** A key with a part too many or too few names nothing. */
function refuseOddKey(list: LedgerList, key: readonly string[]): void {
  if (key.length !== keyFields(list).length) throw new Refused('entry-missing')
}

function differs(stored: PlainEntry, wished: Readonly<Record<string, unknown>>, field: string): boolean {
  return !isDeepStrictEqual(stored[field] ?? null, wished[field] ?? null)
}

/** An entry of a list's shape; blanks are left out. throws Refused ledger-refused, naming every field to mend */
function parsed(list: LedgerList, entry: PlainEntry): object {
  const filled = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== undefined))
  const shaped = entryShapes[list].safeParse(filled)
  if (shaped.success) return shaped.data
  const issues = shaped.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  const sentence = issues.map(({ field, message }) => (field ? `${field}：${message}` : message)).join('；')
  throw new Refused('ledger-refused', `${entryName(list)}没有保存。${sentence}`, { issues })
}
