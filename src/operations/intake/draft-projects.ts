import { Big } from 'big.js'
import type { Phase } from '#domain/fact.ts'
import type { PartKind } from '#domain/document.ts'
import type { Project } from '#domain/ledger/budget.ts'
import { type Intake, take } from './intake.ts'
import { linesOf, linesUnder } from './lines-under.ts'

/** A project of the report, `told` as it names it, with what it was granted before the year, added or cut during it, and spent, in 元. */
export type DraftProject = {
  readonly project: Project
  readonly told: string
  readonly granted: Big
  readonly added: Big
  readonly spent: Big
}

/** The projects that have a report or a form of their own in the file; goals and monitoring alone are no evaluation. */
export function draftProjects(intake: Intake, organisation: string): DraftProject[] {
  const names = [
    ...new Set(intake.reading.parts.flatMap(({ kind, project }) => (project && isOfResults(kind) ? [project] : []))),
  ]
  return names.map((name, index) => {
    const path = `projects.${index}`
    const money = moneyOf(intake, name, path)
    const arrived = take(
      intake,
      { measures: ['project.arrived'], phases: ['none'], entity: name },
      path,
      `${name} 到位资金`,
    )
    const project: Project = {
      id: `p${index + 1}`,
      name: nameless.test(name) ? `待填项目${index + 1}` : name,
      organisation,
      evaluated: true,
      ...(arrived ? { arrived } : {}),
      ...summaryOf(intake, name),
    }
    return { project, told: name, ...money }
  })
}

/** What the project's form tells as 年初 and 全年; without it, what its report says was arranged. */
function moneyOf(intake: Intake, entity: string, path: string): Omit<DraftProject, 'project' | 'told'> {
  const amount = (measures: readonly string[], phases: readonly Phase[], what: string) =>
    take(intake, { measures, phases, entity }, path, `${entity} ${what}`)
  const [original, final] = [
    amount(['fund.total'], ['original'], '年初预算'),
    amount(['fund.total'], ['final'], '全年预算'),
  ]
  const arranged = amount(
    ['project.arranged', 'fund.total', 'project.arrived'],
    ['original', 'final', 'none'],
    '安排资金',
  )
  const spent = amount(['project.spent', 'fund.total'], ['actual', 'none'], '实际支出')
  const granted = (final && original) ?? arranged ?? spent ?? new Big(0)
  const added = original && final ? final.minus(original) : new Big(0)
  return { granted, added, spent: spent ?? granted.plus(added) }
}

/** What a title leaves of itself where the project's name stands elsewhere in it: 「…专项2024年度绩效自评报告」. */
const nameless = /^(?:绩效|项目|支出|资金|专项|财政|自评|评价)+$/

const summaryHeading = /项目(?:基本)?(?:情况|概况)(?:的?(?:简介|介绍))?$|项目简介$/

/** What the project's own report says the project is. */
function summaryOf(intake: Intake, name: string): { summary?: string } {
  const part = intake.reading.parts.find(({ kind, project }) => kind === 'project-report' && project === name)
  const summary = part ? linesUnder(linesOf(intake, part), summaryHeading).join('\n') : ''
  return summary === '' ? {} : { summary }
}

function isOfResults(kind: PartKind): boolean {
  return kind !== 'goal-form' && kind !== 'monitoring-form'
}
