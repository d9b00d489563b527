import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { type PreparedLedger, preparedLedger } from '../ledgers/prepared-ledger.ts'
import { readLedgerFile } from '../ledgers/read-ledger-file.ts'
import { revisionOf } from '../ledgers/revision-of.ts'
import { prepareReports } from '../reports/prepare-reports.ts'
import { Refused } from '../refused.ts'
import { readVersion } from '../workflow/take-step.ts'

/** Names of the states of a ledger: 'now', a version that was handed in 'v1', another year's as it stands 'year:2022'. */
export const stateName = /^(?:now|v[1-9]\d{0,4}|year:\d{4})$/

/** A ledger in a state, with the reports it prints. */
export type LedgerState = Pick<PreparedLedger, 'ledger' | 'prepared'>

/** Versions that were handed in never change: a few that were worked out are kept. */
const mostVersions = 12
const versions = new WeakMap<Database['pool'], Map<string, Promise<LedgerState>>>()

/** The ledger in a state. throws Refused entry-missing naming the state; StorageProblem */
export async function ledgerInState(database: Database, scope: LedgerScope, name: string): Promise<LedgerState> {
  if (name === 'now') return preparedLedger(database, scope)
  if (name.startsWith('v')) return versionInState(database, scope, Number(name.slice(1)))
  const year = Number(name.slice('year:'.length))
  try {
    return await preparedLedger(database, { ...scope, year })
  } catch (error) {
    if (error instanceof StorageProblem && error.code === 'ledger-missing')
      throw new Refused('entry-missing', `没有${year}年的账本，比不了。`)
    throw error
  }
}

async function versionInState(database: Database, scope: LedgerScope, version: number): Promise<LedgerState> {
  // Asked of the database each time: whether the person may see it, and whether it is still the same database.
  const [epoch = ''] = (await revisionOf(database, scope)).split('/')
  const name = [epoch, scope.division, scope.department, scope.year, version].join('/')
  const kept = versions.get(database.pool) ?? new Map<string, Promise<LedgerState>>()
  versions.set(database.pool, kept)
  const found = kept.get(name) ?? openVersion(database, scope, version)
  // The one asked for last stands last; the first gives way.
  kept.delete(name)
  kept.set(name, found)
  for (const oldest of [...kept.keys()].slice(0, -mostVersions)) kept.delete(oldest)
  found.catch(() => kept.delete(name))
  return found
}

async function openVersion(database: Database, scope: LedgerScope, version: number): Promise<LedgerState> {
  const { ledger } = readLedgerFile(await readVersion(database, scope, version))
  if (!ledger) throw new Refused('entry-missing', `第${version}版的账本读不出来，请把这条提示发给维护人员。`)
  return { ledger, prepared: prepareReports(ledger) }
}
