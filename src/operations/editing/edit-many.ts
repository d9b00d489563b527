import type { ProblemCode } from '#domain/problem.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { refusalOf } from '../ledgers/ledger-refusal.ts'
import type { Refused } from '../refused.ts'
import { addEntry, addTogether, changeEntry, removeEntry } from './edit-entries.ts'
import type { LedgerList, PlainEntry } from './entry-lists.ts'

/** One of many edits of a list. */
export type EntryEdit =
  | { readonly kind: 'add'; readonly entry: PlainEntry }
  | { readonly kind: 'change'; readonly key: readonly string[]; readonly was: PlainEntry; readonly set: PlainEntry }
  | { readonly kind: 'remove'; readonly key: readonly string[] }

/** What became of an edit: nothing where it is stored, else why it is not. */
export type EditOutcome = { readonly code?: ProblemCode; readonly message?: string; readonly detail?: unknown }

/**
 * Edits of one list, one after another, each stored or refused by itself, as if sent alone. A fault of the program ends
 * it; what was stored before stays, and sending the same again is no conflict.
 */
export async function editMany(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  edits: readonly EntryEdit[],
  who: string,
): Promise<readonly EditOutcome[]> {
  if (await isAddedTogether(database, scope, list, edits, who)) return edits.map(() => ({}))
  const outcomes: EditOutcome[] = []
  for (const edit of edits) {
    const refused = await refusedOf(database, scope, list, edit, who)
    outcomes.push(refused ? outcomeOf(refused) : {})
  }
  return outcomes
}

/** Many new entries take one transaction, unless one of them is refused: then each is told apart. */
async function isAddedTogether(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  edits: readonly EntryEdit[],
  who: string,
): Promise<boolean> {
  const entries = edits.flatMap((edit) => (edit.kind === 'add' ? [edit.entry] : []))
  if (entries.length < edits.length) return false
  try {
    await addTogether(database, scope, list, entries, who)
    return true
  } catch (error) {
    if (refusalOf(error)) return false
    throw error
  }
}

function outcomeOf({ code, message, detail }: Refused): EditOutcome {
  return { code, message, ...(detail === undefined ? {} : { detail }) }
}

async function refusedOf(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  edit: EntryEdit,
  who: string,
): Promise<Refused | undefined> {
  try {
    if (edit.kind === 'add') await addEntry(database, scope, list, edit.entry, who)
    else if (edit.kind === 'change') await changeEntry(database, scope, { list, ...edit }, who)
    else await removeEntry(database, scope, list, edit.key, who)
    return undefined
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused || refused.code === 'internal-error') throw error
    return refused
  }
}
