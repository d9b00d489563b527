import { type FamilyCount, countFamilies } from '#domain/year/finding-family.ts'
import type { ReviewBounds } from '#domain/year/score-and-execution.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { stepsOf } from '#storage/workflow/submissions.ts'
import { type FormScore, ledgerSummary } from '../ledgers/ledger-desk.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'
import { monitoringPlan } from './monitoring-plan.ts'

/**
 * A set at a glance, for who looks after many.
 *
 * since      when it came to where it stands, UTC ISO 8601; absent before the first step
 * returns    how often it was returned
 * forms      scores of the forms, the department's own first
 * final, spent, rate   全年预算, 执行 in 万元 and 执行率 in %, as the reports print them; absent where they can't be said
 * review     which scores are too good for what was spent
 * errors, warnings     what the checks find; gaps count as errors, as they do before a set is handed in
 * families   the same by what they are about
 */
export type LedgerBrief = {
  readonly since?: string
  readonly returns: number
  readonly forms: readonly FormScore[]
  readonly final?: string
  readonly spent?: string
  readonly rate?: string
  readonly review: ReviewBounds
  readonly errors: number
  readonly warnings: number
  readonly families: readonly FamilyCount[]
}

/** throws StorageProblem ledger-missing */
export async function readBrief(database: Database, scope: LedgerScope): Promise<LedgerBrief> {
  const steps = await inDivision(database, scope.division, (client) => stepsOf(client, scope), { snapshot: true })
  const { forms } = await ledgerSummary(database, scope)
  const { ledger, prepared, checked } = await preparedLedger(database, scope)
  const { ledger: entries, gaps, reports } = checked()
  const found = [...entries, ...reports]
  const count = (wanted: string) => found.filter(({ severity }) => severity === wanted).length
  const printed = (measure: string, phase: string) => {
    const fact = prepared.set.facts.find(({ id }) => id === `${measure}||${ledger.year}|${phase}`)
    return fact?.quantity.value.toFixed(fact.quantity.decimals)
  }
  const since = steps.at(-1)?.at
  const [final, spent, rate] = [
    printed('fund.total', 'final'),
    printed('fund.total', 'actual'),
    printed('execution.rate', 'none'),
  ]
  return {
    ...(since === undefined ? {} : { since }),
    returns: steps.filter(({ action }) => action === 'return').length,
    forms,
    ...(final === undefined ? {} : { final }),
    ...(spent === undefined ? {} : { spent }),
    ...(rate === undefined ? {} : { rate }),
    review: monitoringPlan(ledger).review,
    errors: count('error') + gaps.length,
    warnings: count('warning'),
    families: countFamilies(found, gaps.length),
  }
}
