import { Big } from 'big.js'
import type { Execution } from '#domain/year/execution.ts'
import { executionOf } from '#rules/ledger/facts/execution.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { sumByEconomic, sumPayments } from '#storage/ledgers/sum-payments.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { knowledge } from '../load-knowledge.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { monitoringPlan } from './monitoring-plan.ts'

/** 预算与执行 of a stored ledger. Payments are summed where they lie. throws StorageProblem */
export async function readExecution(database: Database, scope: LedgerScope): Promise<Execution> {
  const ledger = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections', 'evidence'] })
  const spent = await sumPayments(database, scope)
  const economic = await sumByEconomic(database, scope)
  const amounts = <T extends { readonly amount: string }>(sums: readonly T[]) =>
    sums.map((each) => ({ ...each, amount: new Big(each.amount) }))
  return executionOf({
    budgetLines: ledger.budgetLines,
    projects: ledger.projects,
    baseItems: ledger.baseItems,
    spent: amounts(spent),
    economic: amounts(economic),
    plan: monitoringPlan(ledger),
    accountNames: new Map([...knowledge().accounts].map(([code, { name }]) => [code, name])),
    threePublic: loadBaseRows().filter(({ item, economic: codes }) => item.startsWith('three-public.') && codes),
    through: monthsThrough(scope.year),
  })
}

/** The months of a fiscal year that have begun: the year is the calendar's (预算法第十八条). */
function monthsThrough(year: number): number {
  const now = new Date()
  if (year < now.getFullYear()) return 12
  return year > now.getFullYear() ? 0 : now.getMonth() + 1
}
