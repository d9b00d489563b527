import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RoundProgress } from '#domain/year/round.ts'
import { roundProgress } from '#rules/ledger/round-progress.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { monitoringPlan } from './monitoring-plan.ts'
import { summedUpOnly } from './summed-up.ts'

/** 双监控 of a stored ledger on a day of its year, YYYY-MM-DD. throws StorageProblem */
export async function readRound(database: Database, scope: LedgerScope, until: string): Promise<KnownProgress> {
  return knownProgress(await loadLedger(database, scope, { without: ['sections', 'evidence'] }), until)
}

/** `summedUp`: ids of indicators whose records only sum up the year: what they count by the day is not known. */
export type KnownProgress = RoundProgress & { readonly summedUp: readonly string[] }

/** Where the money and the goals stand on a day, as far as the ledger can tell. */
export function knownProgress(ledger: Ledger, until: string): KnownProgress {
  const summedUp = summedUpOnly(ledger, until)
  const indicators = ledger.indicators.map((indicator) => {
    const { actual: _, ...uncounted } = indicator
    return summedUp.has(indicator.id) ? uncounted : indicator
  })
  const progress = roundProgress({ ...ledger, indicators }, until, monitoringPlan(ledger.pack))
  return { ...progress, summedUp: [...summedUp] }
}
