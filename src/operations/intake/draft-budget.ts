import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BudgetLine } from '#domain/ledger/budget.ts'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import type { DraftProject } from './draft-projects.ts'
import { type Intake, assume, take, takeTold } from './intake.ts'
import { toldBudget } from './told-figures.ts'

export type DraftAccounts = { readonly basic: string; readonly project: string }
export const otherProject = 'p-other'
const zero = new Big(0)
const path = 'budgetLines'
type Line = Pick<BudgetLine, 'kind' | 'nature' | 'project' | 'amount'> & { readonly what: string }
/** 年初, 追加 and 全年 of the department in 元, as far as the report says them; `carried` what 全年 holds besides. */
type Yearly = {
  readonly original?: Big | undefined
  readonly change?: Big | undefined
  readonly final?: Big | undefined
  readonly carried?: Big
}

/**
 * Opening budget and its changes in the year, basic spending and each project apart; what is left stands under 其他项目.
 * What the report does not say becomes a question.
 */
export function draftBudget(
  intake: Intake,
  organisation: string,
  projects: readonly DraftProject[],
  accounts: DraftAccounts,
  questions: OpenQuestion[],
): BudgetLine[] {
  const yearly = yearlyMoney(intake, questions)
  const opening = openingLines(intake, projects, yearly, questions)
  const lines = [...opening, ...changes(intake, yearly, projects)].filter(({ amount }) => !amount.eq(0))
  return lines.map(({ what, ...line }, index) => {
    assume(intake, `${path}.${index}`, what, `${line.amount.div(10_000).toFixed()}万元`)
    return {
      key: String(index + 1),
      organisation,
      source: 'general-public',
      account: accounts[line.nature],
      ...line,
    }
  })
}

function yearlyMoney(intake: Intake, questions: OpenQuestion[]): Yearly {
  const told = toldBudget(intake)
  const fact = (measure: string, phase: 'original' | 'final' | 'adjustment', what: string) =>
    take(intake, { measures: [measure], phases: [phase] }, path, what)
  const original = fact('fund.total', 'original', '年初预算') ?? takeTold(intake, told.original, path, '年初预算')
  const final =
    fact('fund.total', 'final', '全年预算') ?? takeTold(intake, told.final, path, '全年预算') ?? finalByNature(intake)
  const change =
    fact('adjustment.total', 'adjustment', '年中追加') ?? takeTold(intake, told.adjustment, path, '年中追加')
  if (original) {
    const carried = carriedOver(intake, change && final?.minus(original).minus(change))
    return { original, change: change ?? final?.minus(original), final, ...(carried ? { carried } : {}) }
  }
  if (final && change) return { original: final.minus(change), change, final }
  const forProjects = intake.reading.parts.every(({ kind }) => kind !== 'department-report')
  if (!forProjects) ask(questions, final)
  return { original: final, change: final ? undefined : change, final }
}

/** 上年结转 that a report counts apart from 年中追加: what it says of it is just what the sum of both lacks. */
function carriedOver(intake: Intake, gap: Big | undefined): Big | undefined {
  if (!gap || gap.lte(0)) return undefined
  const told = take(
    intake,
    { measures: ['carry-over.opening'], phases: ['actual', 'none', 'original'] },
    path,
    '上年结转',
  )
  return told && gap.minus(told).abs().lte(asPrinted) ? told : undefined
}

/** 元: what rounding three amounts in 万元 to two decimals can come to. */
const asPrinted = 150

function finalByNature(intake: Intake): Big | undefined {
  const [basic, project] = ['spending.basic', 'spending.project'].map((measure) =>
    take(
      intake,
      { measures: [measure], phases: ['final'] },
      path,
      measure === 'spending.basic' ? '全年基本支出预算' : '全年项目支出预算',
    ),
  )
  return basic && project && basic.plus(project)
}

function ask(questions: OpenQuestion[], final: Big | undefined): void {
  const holds = final
    ? `把全年预算 ${final.div(10_000).toFixed()}万元 登记为年初批复，请改为年初数，另登追加`
    : '没有登记年初预算，请补录'
  questions.push({ id: 'budget-original', question: '报告里没有认出部门的年初预算', holds, sources: [] })
}

function openingLines(
  intake: Intake,
  projects: readonly DraftProject[],
  { original: total }: Yearly,
  questions: OpenQuestion[],
): Line[] {
  const original = (measure: string, what: string) =>
    take(intake, { measures: [measure], phases: ['original'] }, path, what)
  const granted = projects.reduce((sum, each) => sum.plus(each.granted), zero)
  const ofProjects = original('spending.project', '年初项目支出预算')
  const ofBasic = original('spending.basic', '年初基本支出预算')
  const split =
    ofBasic ?? (ofProjects ? total?.minus(ofProjects) : total && splitBySpending(intake, total, granted, questions))
  const basic = split ?? zero
  const project = ofProjects ?? (total ? total.minus(basic) : granted)
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
    {
      kind: 'original',
      nature: 'project',
      project: otherProject,
      amount: rest.lt(0) ? zero : rest,
      what: '年初批复 其他项目',
    },
  ]
}

/** Which part of the opening budget is basic: as much as was spent so, leaving the named projects theirs; that is asked. */
function splitBySpending(intake: Intake, total: Big, granted: Big, questions: OpenQuestion[]): Big {
  const open = total.minus(granted)
  const spent = take(intake, { measures: ['spending.basic'], phases: ['actual', 'none'] }, path, '基本支出')
  const isWhole = !spent || spent.gte(open)
  if (!isWhole)
    questions.push({
      id: 'budget-split',
      question: '报告里没有认出年初预算里基本支出和项目支出各是多少',
      holds: `基本支出按决算数 ${spent.div(10_000).toFixed()}万元 登记，其余登记为项目支出，请核对`,
      sources: [],
    })
  return isWhole ? (open.lt(0) ? zero : open) : spent
}

/**
 * The change of the year: what the forms of projects tell is theirs; the rest is laid on basic spending as far as the
 * base-data table tells, then on 其他项目.
 */
function changes(intake: Intake, yearly: Yearly, projects: readonly DraftProject[]): Line[] {
  const added = addUp(projects.map((each) => each.added))
  const { change = added, carried = zero } = yearly
  const told = take(intake, { measures: ['basic-adjustment'], phases: ['actual'] }, path, '基本支出预算调整')
  const spent = take(intake, { measures: ['spending.project'], phases: ['actual', 'none'] }, path, '项目支出')
  // Where nothing tells, a change that no project needs is one of basic spending.
  const carriedByBasic = !told || told.gte(carried)
  const basic = told ? (carriedByBasic ? told.minus(carried) : told) : spent ? zero : change.minus(added)
  const owner = carriedByBasic
    ? ({ nature: 'basic' } as const)
    : ({ nature: 'project', project: otherProject } as const)
  return [
    { kind: 'carry-over', ...owner, amount: carried, what: `上年结转 ${carriedByBasic ? '基本支出' : '其他项目'}` },
    changed('basic', undefined, basic, '基本支出'),
    ...projects.map(({ project, added: own }) => changed('project', project.id, own, project.name)),
    changed('project', otherProject, change.minus(basic).minus(added), '其他项目'),
  ]
}

function changed(nature: BudgetLine['nature'], project: string | undefined, amount: Big, what: string): Line {
  const kind = amount.lt(0) ? 'reduction' : 'supplement'
  const word = kind === 'reduction' ? '年中追减' : '年中追加'
  return { kind, nature, ...(project ? { project } : {}), amount: amount.abs(), what: `${word} ${what}` }
}
