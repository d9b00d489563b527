import { inDivision } from '../in-division.ts'
import { logAction } from '../log/log-action.ts'
import type { Database } from '../open-database.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'

/** What a ledger says once and a clerk may change; null for a blank. `issueDate` 成文日期, YYYY-MM-DD. */
export type LedgerHead = { readonly issueDate: string | null; readonly savingMeasures: string | null }

const columnOf = { issueDate: 'issue_date', savingMeasures: 'saving_measures' } as const
const fieldNames = Object.keys(columnOf) as (keyof LedgerHead)[]
const none: LedgerHead = { issueDate: null, savingMeasures: null }
const columns = `to_char(l.issue_date, 'YYYY-MM-DD') as "issueDate", l.saving_measures as "savingMeasures"`

/** throws StorageProblem ledger-missing */
export function readHead(database: Database, scope: LedgerScope): Promise<LedgerHead> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows } = await client.query<LedgerHead>(
        `select ${columns} from ledgers l where ${ofLedger('l')}`,
        scopeValues(scope),
      )
      return rows[0] ?? none
    },
    { snapshot: true },
  )
}

/** Sets the fields given. throws StorageProblem ledger-locked, ledger-missing */
export function editHead(
  database: Database,
  scope: LedgerScope,
  set: { readonly [Field in keyof LedgerHead]?: LedgerHead[Field] | undefined },
  who: string,
): Promise<LedgerHead> {
  return inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const { rows: stored } = await client.query<LedgerHead>(
      `select ${columns} from ledgers l where ${ofLedger('l')}`,
      scopeValues(scope),
    )
    const { rows } = await client.query<LedgerHead>(
      `update ledgers l set
         issue_date = case when $4 then $5::date else l.issue_date end,
         saving_measures = case when $6 then $7 else l.saving_measures end
       where ${ofLedger('l')} returning ${columns}`,
      [
        ...scopeValues(scope),
        set.issueDate !== undefined,
        set.issueDate ?? null,
        set.savingMeasures !== undefined,
        set.savingMeasures ?? null,
      ],
    )
    const target = `ledgers:${scope.department}/${scope.year}`
    const [before, after] = [stored[0] ?? none, rows[0] ?? none]
    const fields = fieldNames.filter((field) => before[field] !== after[field])
    const told = (head: LedgerHead) => Object.fromEntries(fields.map((field) => [columnOf[field], head[field]]))
    if (fields.length > 0)
      await logAction(client, scope.division, {
        who,
        action: 'change',
        target,
        before: told(before),
        after: told(after),
      })
    return after
  })
}
