import { Big } from 'big.js'
import { inPlainWan } from '#domain/amount-text.ts'
import { addUp } from '#domain/arithmetic.ts'
import type { BudgetKind, BudgetLine, Project } from '#domain/ledger/budget.ts'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type {
  Execution,
  Funds,
  MonitoringPlan,
  MonthExecution,
  ProgressWarning,
  ProjectExecution,
  ThreePublicLine,
} from '#domain/year/execution.ts'
import { spendingCurve, spendingPlannedBy } from '../payment-plan.ts'

/** Payments of one project (absent: basic), function code and month, summed: 元. */
export type SpentSum = {
  readonly project?: string
  readonly account: string
  readonly month: number
  readonly amount: Big
}

/** What execution is worked out from. `accountNames`: of function codes. */
export type ExecutionSource = {
  readonly budgetLines: readonly BudgetLine[]
  readonly projects: readonly Project[]
  readonly baseItems: readonly BaseItem[]
  readonly spent: readonly SpentSum[]
  readonly plan: MonitoringPlan
  readonly accountNames: ReadonlyMap<string, string>
  /** The kinds of 三公, and the economic codes (prefixes) whose payments are theirs. */
  readonly threePublic: readonly { readonly item: string; readonly zh: string; readonly economic?: readonly string[] }[]
  /** Payments by economic code, 元. */
  readonly economic: readonly { readonly economic: string; readonly amount: Big }[]
  /** The last month anything can have been spent in: 12 once the year is over. */
  readonly through: number
}

/** A 类 of the function codes has three digits, 款 five, 项 seven (政府收支分类科目). */
const classDigits = 3
const kinds: readonly BudgetKind[] = ['original', 'carry-over', 'supplement', 'reduction', 'transfer']

/** 预算与执行 of a department and year: the whole, by project, account and month, and 三公 beside it. */
export function executionOf(source: ExecutionSource): Execution {
  const { budgetLines, spent } = source
  const total = fundsOf(budgetLines, spent)
  return {
    total,
    steps: kinds.flatMap((kind) => {
      const lines = budgetLines.filter((line) => line.kind === kind)
      return lines.length > 0 ? [{ kind, amount: addUp(lines.map(signed)) }] : []
    }),
    projects: projectsOf(source),
    accounts: accountsOf(source),
    months: monthsOf(total.final, source),
    plannedBy: spendingPlannedBy(source.plan),
    threePublic: source.threePublic.map((line) => threePublicOf(line, source)),
  }
}

/** Red, yellow or green for a real share against the planned one. */
export function progressWarning(share: Big, planned: Big, plan: MonitoringPlan): ProgressWarning {
  if (planned.lte(0)) return 'green'
  const reached = share.div(planned).times(100)
  if (reached.lt(plan.red)) return 'red'
  return reached.lt(plan.yellow) ? 'yellow' : 'green'
}

function fundsOf(lines: readonly BudgetLine[], spent: readonly SpentSum[]): Funds {
  const original = addUp(lines.filter(({ kind }) => kind === 'original').map(({ amount }) => amount))
  const final = addUp(lines.map(signed))
  const paid = addUp(spent.map(({ amount }) => amount))
  return { original, final, spent: paid, ...(final.gt(0) ? { rate: paid.div(final) } : {}) }
}

function projectsOf({ budgetLines, projects, spent }: ExecutionSource): ProjectExecution[] {
  const known = projects.map(({ id, name, arrived }) => ({ project: id, name, ...(arrived ? { arrived } : {}) }))
  return [{ name: '基本支出' }, ...known].map((each: Pick<ProjectExecution, 'project' | 'name' | 'arrived'>) => {
    const lines = budgetLines.filter(({ project }) => project === each.project)
    const paid = spent.filter(({ project }) => project === each.project)
    const funds = fundsOf(lines, paid)
    return { ...each, ...funds, remarks: remarksOf(funds, each.arrived, lines, paid) }
  })
}

function remarksOf(
  { final, spent }: Funds,
  arrived: Big | undefined,
  lines: readonly BudgetLine[],
  paid: readonly SpentSum[],
): string[] {
  const granted = new Set(lines.map(({ account }) => account))
  const strange = [...new Set(paid.map(({ account }) => account))].filter((account) => !granted.has(account))
  return [
    ...(spent.gt(final) ? [`支出超过全年预算 ${inPlainWan(spent.minus(final))} 万元`] : []),
    ...(arrived && spent.gt(arrived) ? [`支出超过到位资金 ${inPlainWan(spent.minus(arrived))} 万元`] : []),
    ...strange.map((account) => `科目 ${account} 没有这个项目的预算，却列支了`),
  ]
}

function accountsOf({ budgetLines, spent, accountNames }: ExecutionSource) {
  const codes = [...new Set([...budgetLines, ...spent].map(({ account }) => account))].toSorted()
  return codes.map((account) => {
    const group = accountNames.get(account.slice(0, classDigits))
    return {
      account,
      name: accountNames.get(account) ?? '',
      ...(group === undefined ? {} : { group }),
      ...fundsOf(
        budgetLines.filter((line) => line.account === account),
        spent.filter((each) => each.account === account),
      ),
    }
  })
}

function monthsOf(final: Big, { spent, plan, through }: ExecutionSource): MonthExecution[] {
  // Spending of December alone is a year-end summary of payments: how it went before is not known.
  const isSummary = spent.length > 0 && spent.every(({ month }) => month === 12)
  const curve = spendingCurve(plan)
  let all = new Big(0)
  return Array.from({ length: through }, (_, index) => {
    const month = index + 1
    const paid = addUp(spent.filter((each) => each.month === month).map(({ amount }) => amount))
    all = all.plus(paid)
    const planned = (curve[index] ?? new Big(100)).div(100)
    const isKnown = spent.length > 0 && !(isSummary && month < 12)
    const share = final.gt(0) && isKnown ? all.div(final) : undefined
    return {
      month,
      // Of a summary, what December itself took is not known either.
      ...(isKnown && !isSummary ? { spent: paid } : {}),
      ...(isKnown ? { sum: all } : {}),
      planned,
      ...(share ? { share, warning: progressWarning(share, planned, plan) } : {}),
    }
  })
}

function threePublicOf(
  { item, zh, economic = [] }: ExecutionSource['threePublic'][number],
  { baseItems, economic: paid }: ExecutionSource,
): ThreePublicLine {
  const of = (column: BaseItem['column']) =>
    baseItems.find((each) => each.item === item && each.column === column)?.amount
  const [prior, budget] = [of('prior-actual'), of('original')]
  const own = paid.filter((each) => economic.some((prefix) => each.economic.startsWith(prefix)))
  const actual = addUp(own.map(({ amount }) => amount))
  return { item, name: zh, economic, ...(prior ? { prior } : {}), ...(budget ? { budget } : {}), actual }
}

function signed({ kind, amount }: BudgetLine): Big {
  return kind === 'reduction' ? amount.times(-1) : amount
}
