import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { readLedgerFile } from '../ledgers/read-ledger-file.ts'
import { Refused } from '../refused.ts'
import { readVersion } from '../workflow/take-step.ts'

/** Names of the states of a ledger: 'now', a version that was handed in 'v1', another year's as it stands 'year:2022'. */
export const stateName = /^(?:now|v[1-9]\d{0,4}|year:\d{4})$/

/** The ledger in a state. throws Refused entry-missing naming the state; StorageProblem */
export async function ledgerInState(database: Database, scope: LedgerScope, name: string): Promise<Ledger> {
  if (name === 'now') return loadLedger(database, scope)
  if (name.startsWith('v')) {
    const { ledger } = readLedgerFile(await readVersion(database, scope, Number(name.slice(1))))
    if (!ledger) throw new Refused('entry-missing', `第${name.slice(1)}版的账本读不出来，请把这条提示发给维护人员。`)
    return ledger
  }
  const year = Number(name.slice('year:'.length))
  try {
    return await loadLedger(database, { ...scope, year })
  } catch (error) {
    if (error instanceof StorageProblem && error.code === 'ledger-missing')
      throw new Refused('entry-missing', `没有${year}年的账本，比不了。`)
    throw error
  }
}
