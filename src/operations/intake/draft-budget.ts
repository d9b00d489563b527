import { Big } from 'big.js'
import type { BudgetLine } from '#domain/ledger/budget.ts'
import type { DraftProject } from './draft-projects.ts'
import { type Intake, assume, take } from './intake.ts'

export type DraftAccounts = { readonly basic: string; readonly project: string }
export const otherProject = 'p-other'
const zero = new Big(0)
type Line = Pick<BudgetLine, 'kind' | 'nature' | 'project' | 'amount'> & { readonly what: string }

/** Opening budget and its changes in the year, basic spending and each project apart; what is left stands under 其他项目. */
export function draftBudget(
  intake: Intake,
  organisation: string,
  projects: readonly DraftProject[],
  accounts: DraftAccounts,
): BudgetLine[] {
  const lines = [...openingLines(intake, projects), ...changes(intake)].filter(({ amount }) => !amount.eq(0))
  return lines.map(({ what, ...line }, index) => {
    assume(intake, `budgetLines.${index}`, what, `${line.amount.div(10_000).toFixed()}万元`)
    return {
      key: String(index + 1),
      organisation,
      source: 'general-public',
      account: accounts[line.nature],
      ...line,
    }
  })
}

function openingLines(intake: Intake, projects: readonly DraftProject[]): Line[] {
  const original = (measure: string, what: string) =>
    take(intake, { measures: [measure], phases: ['original'] }, 'budgetLines', what)
  const total = original('fund.total', '年初预算')
  const granted = projects.reduce((sum, each) => sum.plus(each.granted), zero)
  const project = original('spending.project', '年初项目支出预算') ?? granted
  const basic = original('spending.basic', '年初基本支出预算') ?? total?.minus(project) ?? zero
  const rest = project.minus(granted)
  return [
    { kind: 'original', nature: 'basic', amount: basic, what: '年初批复 基本支出' },
    ...projects.map(({ project: { id, name }, granted: amount }): Line => ({
      kind: 'original',
      nature: 'project',
      project: id,
      amount,
      what: `年初批复 ${name}`,
    })),
    { kind: 'original', nature: 'project', project: otherProject, amount: rest, what: '年初批复 其他项目' },
  ]
}

/** The change of the year, laid on basic spending as far as the base-data table tells, the rest on 其他项目. */
function changes(intake: Intake): Line[] {
  const final = take(intake, { measures: ['fund.total'], phases: ['final'] }, 'budgetLines', '全年预算')
  const original = take(intake, { measures: ['fund.total'], phases: ['original'] }, 'budgetLines', '年初预算')
  const printed = take(intake, { measures: ['adjustment.total'], phases: ['adjustment'] }, 'budgetLines', '年中追加')
  const change = printed ?? (final && original ? final.minus(original) : zero)
  const basic =
    take(intake, { measures: ['basic-adjustment'], phases: ['actual'] }, 'budgetLines', '基本支出预算调整') ?? change
  return [
    changed('basic', undefined, basic, '基本支出'),
    changed('project', otherProject, change.minus(basic), '其他项目'),
  ]
}

function changed(nature: BudgetLine['nature'], project: string | undefined, amount: Big, what: string): Line {
  const kind = amount.lt(0) ? 'reduction' : 'supplement'
  const word = kind === 'reduction' ? '年中追减' : '年中追加'
  return { kind, nature, ...(project ? { project } : {}), amount: amount.abs(), what: `${word} ${what}` }
}
