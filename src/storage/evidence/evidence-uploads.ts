import { inDivision } from '../in-division.ts'
import { logAction } from '../log/log-action.ts'
import type { Database } from '../open-database.ts'
import type { LedgerScope } from '../tables/scope-of-ledger.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'

type File = { readonly sha256: string; readonly name: string; readonly size: number }

/** Notes in the log that a department handed in a file of this content. */
export function noteUpload(
  database: Database,
  scope: LedgerScope,
  { sha256, name, size }: File,
  who: string,
): Promise<void> {
  const target = targetOf(scope, sha256)
  return inDivision(database, scope.division, (client) =>
    logAction(client, scope.division, { who, action: 'upload', target, after: { name, size, year: scope.year } }),
  )
}

/**
 * Whether the department itself handed in a file of this content: a hash alone, written into a ledger, does not open
 * another department's file.
 */
export function wasUploaded(database: Database, scope: LedgerScope, sha256: string): Promise<boolean> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rowCount } = await client.query(
        `select from change_log where division = $1 and target = $2 and action = 'upload' limit 1`,
        [scope.division, targetOf(scope, sha256)],
      )
      return Boolean(rowCount)
    },
    { snapshot: true },
  )
}

/** throws StorageProblem ledger-missing, ledger-locked: asked before a long upload is taken in */
export function refuseLocked(database: Database, scope: LedgerScope): Promise<void> {
  return inDivision(database, scope.division, (client) => lockForEditing(client, scope))
}

function targetOf({ department }: LedgerScope, sha256: string): string {
  return `evidence_files:${department}/${sha256}`
}
