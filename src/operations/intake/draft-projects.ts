import { Big } from 'big.js'
import type { PartKind } from '#domain/document.ts'
import type { Project } from '#domain/ledger/budget.ts'
import { type Intake, take } from './intake.ts'
import { linesOf, linesUnder } from './lines-under.ts'

/** A project of the report with what it was granted before the year, added or cut during it, and spent, in 元. */
export type DraftProject = {
  readonly project: Project
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
    const ofForm = (phase: 'original' | 'final', what: string) =>
      take(intake, { measures: ['fund.total'], phases: [phase], entity: name }, path, `${name} ${what}`)
    const [original, final] = [ofForm('original', '年初预算'), ofForm('final', '全年预算')]
    const arranged = take(
      intake,
      {
        measures: ['project.arranged', 'fund.total', 'project.arrived'],
        phases: ['original', 'final', 'none'],
        entity: name,
      },
      path,
      `${name} 安排资金`,
    )
    const spent = take(
      intake,
      { measures: ['project.spent', 'fund.total'], phases: ['actual', 'none'], entity: name },
      path,
      `${name} 实际支出`,
    )
    const arrived = take(
      intake,
      { measures: ['project.arrived'], phases: ['none'], entity: name },
      path,
      `${name} 到位资金`,
    )
    const project: Project = {
      id: `p${index + 1}`,
      name,
      organisation,
      evaluated: true,
      ...(arrived ? { arrived } : {}),
      ...summaryOf(intake, name),
    }
    const granted = (final && original) ?? arranged ?? spent ?? new Big(0)
    const added = original && final ? final.minus(original) : new Big(0)
    return { project, granted, added, spent: spent ?? granted.plus(added) }
  })
}

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
