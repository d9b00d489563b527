import { Big } from 'big.js'
import type { ImportContext } from '#domain/imports/import-result.ts'
import type { BudgetLine } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { knowledge } from '../load-knowledge.ts'
import { packById } from '../packs/load-packs.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'

/** What the ledger knows that a table handed in may refer to. */
export function importContext(ledger: Ledger): ImportContext {
  const { department, units, projects, indicators, year } = ledger
  const organisations = [department, ...units].map(({ id, name, shortName }) => ({
    id,
    names: shortName ? [name, shortName] : [name],
  }))
  return {
    accounts: knowledge().accounts,
    year,
    organisations,
    projects: projects.map(({ id, name }) => ({ id, names: [name] })),
    indicators,
    weightVariants: packById(ledger.pack)?.variants ?? [],
    baseRows: loadBaseRows(),
    baseItems: ledger.baseItems,
  }
}

/** 全年预算 of each project in 元: what was granted, less what was taken back. */
export function budgetsOf(lines: readonly BudgetLine[]): ReadonlyMap<string, Big> {
  const budgets = new Map<string, Big>()
  for (const { project, kind, amount } of lines) {
    if (project === undefined) continue
    const before = budgets.get(project) ?? new Big(0)
    budgets.set(project, kind === 'reduction' ? before.minus(amount) : before.plus(amount))
  }
  return budgets
}
