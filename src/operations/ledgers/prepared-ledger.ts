import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { type PreparedReports, prepareReports } from '../reports/prepare-reports.ts'
import { revisionOf } from './revision-of.ts'
import { type CheckedLedger, checkWholeLedger } from './check-whole-ledger.ts'

/** A stored ledger with everything worked out of it; `checked` is worked out when first asked for. */
export type PreparedLedger = {
  readonly ledger: Ledger
  readonly prepared: PreparedReports
  checked(): CheckedLedger
}

type Kept = { readonly revision: string; readonly ledger: Promise<PreparedLedger>; weight: number }

/** Payments and records of all ledgers that are kept: a hundred megabytes or two. */
const mostRecords = 60_000
const shelves = new WeakMap<Database['pool'], Map<string, Kept>>()

/**
 * A stored ledger and what follows from it, as it stands: kept until it is edited, the least used given up first.
 * Whether the person may see it is asked of the database each time.
 * throws   StorageProblem
 */
export async function preparedLedger(database: Database, scope: LedgerScope): Promise<PreparedLedger> {
  const revision = await revisionOf(database, scope)
  const shelf = shelves.get(database.pool) ?? new Map<string, Kept>()
  shelves.set(database.pool, shelf)
  const name = `${scope.division}/${scope.department}/${scope.year}`
  const found = shelf.get(name)
  shelf.delete(name)
  const kept = found?.revision === revision ? found : { revision, ledger: prepare(database, scope), weight: 0 }
  shelf.set(name, kept)
  try {
    const ledger = await kept.ledger
    kept.weight = ledger.ledger.payments.length + ledger.ledger.workRecords.length
    giveUpOldest(shelf)
    return ledger
  } catch (error) {
    if (shelf.get(name) === kept) shelf.delete(name)
    throw error
  }
}

/** One ledger is read and worked out after another: many at once would only hold more in memory. */
let turn: Promise<unknown> = Promise.resolve()
function prepare(database: Database, scope: LedgerScope): Promise<PreparedLedger> {
  const prepared = turn.then(() => prepareNow(database, scope))
  turn = prepared.catch(() => {})
  return prepared
}

async function prepareNow(database: Database, scope: LedgerScope): Promise<PreparedLedger> {
  const ledger = await loadLedger(database, scope)
  const prepared = prepareReports(ledger)
  let checked: CheckedLedger | undefined
  return {
    ledger,
    prepared,
    checked: () => (checked ??= checkWholeLedger(ledger, prepared)),
  }
}

function giveUpOldest(shelf: Map<string, Kept>): void {
  let sum = [...shelf.values()].reduce((all, { weight }) => all + weight, 0)
  for (const [name, { weight }] of shelf) {
    if (sum <= mostRecords || shelf.size === 1) return
    shelf.delete(name)
    sum -= weight
  }
}
