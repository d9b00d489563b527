import type { ProblemCode } from '#domain/problem.ts'
import { editEntries } from '#storage/ledgers/edit-entries.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { refusalOf } from '../ledgers/ledger-refusal.ts'
import type { Refused } from '../refused.ts'
import { type ListEdit, entryEdit } from './edit-entries.ts'
import type { LedgerList } from './entry-lists.ts'

/** What became of an edit: nothing where it is stored, else why it is not. */
export type EditOutcome = { readonly code?: ProblemCode; readonly message?: string; readonly detail?: unknown }

/**
 * Edits of one list, one after another, in one transaction: what is stored is stored together, and a fault of the
 * program or the machine leaves everything as it was. An edit that is refused says why and holds none of the others back.
 * throws   StorageProblem ledger-missing, ledger-locked
 */
export async function editMany(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  edits: readonly ListEdit[],
  who: string,
): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = edits.map(() => ({}))
  const able = edits.flatMap((edit, index) => {
    try {
      return [{ index, ...entryEdit(scope, list, edit) }]
    } catch (error) {
      outcomes[index] = refusedBy(error)
      return []
    }
  })
  const tried = able.map(({ index, edit, ...entry }) => ({
    ...entry,
    edit: (async (stored, client) => {
      outcomes[index] = {}
      try {
        return await edit(stored, client)
      } catch (error) {
        outcomes[index] = refusedBy(error)
        return stored
      }
    }) satisfies typeof edit,
  }))
  const refusals = await editEntries(database, scope, list, tried, who)
  for (const [place, { index }] of able.entries()) {
    const refusal = refusals[place]
    if (refusal) outcomes[index] = refusedBy(refusal)
  }
  return outcomes
}

/** Why an edit was refused. throws what is no refusal, but a fault of the program */
function refusedBy(error: unknown): EditOutcome {
  const refused: Refused | undefined = refusalOf(error)
  if (!refused || refused.code === 'internal-error') throw error
  const { code, message, detail } = refused
  return { code, message, ...(detail === undefined ? {} : { detail }) }
}
