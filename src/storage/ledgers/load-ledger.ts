import type { PoolClient } from 'pg'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkKind, WorkRecord } from '#domain/ledger/work-ledger.ts'
import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import { planOf } from './edit-payment-plan.ts'
import type { Cell } from '../tables/codec.ts'
import { type LedgerTable, selected } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

type Head = {
  readonly pack: string
  readonly saving: string | null
  readonly issued: string | null
  readonly plan: string[] | null
  readonly name: string
}
type Lists = { readonly [L in LedgerList]: ReturnType<(typeof ledgerTables)[L]['fromCells']>[] }

/**
 * Reads a whole ledger as of one moment; lists named in `without` are left empty.
 * throws   StorageProblem ledger-missing
 */
export function loadLedger(
  database: Database,
  scope: LedgerScope,
  { without = [] }: { readonly without?: readonly LedgerList[] } = {},
): Promise<Ledger> {
  return inDivision(database, scope.division, (client) => readLedger(client, scope, without), { snapshot: true })
}

/** The same within a transaction that is under way. throws StorageProblem ledger-missing */
export async function readLedger(
  client: PoolClient,
  scope: LedgerScope,
  without: readonly LedgerList[] = [],
): Promise<Ledger> {
  const { rows } = await client.query<Head>(
    `select l.pack, l.saving_measures as saving, l.issue_date::text as issued, l.payment_plan::text[] as plan, d.name
     from ledgers l join divisions d using (division) where ${ofLedger('l')}`,
    scopeValues(scope),
  )
  const [head] = rows
  if (!head) throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
  return assembled(scope, head, await loadLists(client, scope, without))
}

function assembled(scope: LedgerScope, head: Head, lists: Lists): Ledger {
  const { organisations, workRecords, ...others } = lists
  const [department, ...units] = organisations
  const plan = planOf(head.plan)
  if (!department) throw new StorageProblem('ledger-missing', `${scope.department}/${scope.year}`)
  return {
    division: { code: scope.division, name: head.name },
    department,
    units,
    year: scope.year,
    pack: head.pack,
    ...(head.saving === null ? {} : { savingMeasures: head.saving }),
    ...(head.issued === null ? {} : { issueDate: head.issued }),
    ...(plan ? { paymentPlan: plan } : {}),
    ...others,
    workRecords: inFieldOrder(workRecords, lists.workKinds),
  }
}

async function loadLists(client: PoolClient, scope: LedgerScope, without: readonly LedgerList[]): Promise<Lists> {
  const lists: Partial<Record<LedgerList, unknown[]>> = {}
  for (const [list, table] of Object.entries(ledgerTables) as unknown as [LedgerList, LedgerTable<unknown>][]) {
    if (without.includes(list)) {
      lists[list] = []
      continue
    }
    const { rows } = await client.query<Cell[]>({
      text: `select ${selected(table, 't')} from ${table.name} t where ${ofLedger('t')} order by t.position`,
      values: scopeValues(scope),
      rowMode: 'array',
    })
    lists[list] = rows.map((cells) => table.fromCells(cells))
  }
  return lists as Lists
}

/** jsonb forgets the order of names: values stand again as the kind lists its fields. */
function inFieldOrder(records: readonly WorkRecord[], kinds: readonly WorkKind[]): WorkRecord[] {
  const order = new Map(kinds.map(({ id, fields }) => [id, new Map(fields.map((field, at) => [field.id, at]))]))
  return records.map((record) => {
    const at = order.get(record.kind)
    const rank = ([field]: [string, string]) => at?.get(field) ?? Number.MAX_SAFE_INTEGER
    const values = Object.entries(record.values).toSorted((one, two) => rank(one) - rank(two))
    return { ...record, values: Object.fromEntries(values) }
  })
}
