import type { RoundProgress } from '#domain/year/round.ts'
import { roundProgress } from '#rules/ledger/round-progress.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { monitoringPlan } from './monitoring-plan.ts'

/** 双监控 of a stored ledger on a day of its year, YYYY-MM-DD. throws StorageProblem */
export async function readRound(database: Database, scope: LedgerScope, until: string): Promise<RoundProgress> {
  const ledger = await loadLedger(database, scope, { without: ['sections', 'evidence'] })
  return roundProgress(ledger, until, monitoringPlan(ledger))
}
