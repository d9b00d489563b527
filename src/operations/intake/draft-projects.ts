import { Big } from 'big.js'
import { baseValue } from '#domain/quantity.ts'
import type { Phase } from '#domain/fact.ts'
import type { Project } from '#domain/ledger/budget.ts'
import { type Intake, noteFigure, placeOf, shownOf, take } from './intake.ts'
import { linesOf, linesUnder } from './lines-under.ts'
import { type ListedProject, listedProjects } from './listed-projects.ts'
import type { ListColumn } from './project-list-heads.ts'
import { namedProjects } from './named-projects.ts'

/**
 * A project of the report, `told` as it names it, `names` also otherwise, with what it was granted before the year, added or cut during it, and
 * spent, in 元.
 *
 * isUnsplit   the report tells only what it had in the whole year: that stands as granted
 */
export type DraftProject = {
  readonly isUnsplit?: boolean
  readonly project: Project
  readonly told: string
  readonly names: readonly string[]
  readonly granted: Big
  readonly added: Big
  readonly spent: Big
}

/** The projects that have a report or a form of their own in the file; goals and monitoring alone are no evaluation. */
export function draftProjects(
  intake: Intake,
  organisation: string,
  ofForms: ReadonlyMap<number, string>,
): DraftProject[] {
  const named = namedProjects(intake.reading.parts, ofForms)
  const evaluated = named.map(({ name, also }, index) => {
    const path = `projects.${index}`
    const names = [name, ...also]
    const entity = named.length === 1 ? entitiesOf(intake, names) : names
    const money = moneyOf(intake, name, entity, path)
    const arrived = take(intake, { measures: ['project.arrived'], phases: ['none'], entity }, path, `${name} 到位资金`)
    const project: Project = {
      id: `p${index + 1}`,
      name: nameless.test(name) ? `待填项目${index + 1}` : name,
      organisation,
      evaluated: true,
      ...(arrived ? { arrived } : {}),
      ...summaryOf(intake, name),
    }
    return { project, told: name, names, ...money }
  })
  const known = new Set(evaluated.flatMap(({ names }) => names.map(plainName)))
  const others = listedProjects(intake.reading).filter(({ name }) => !known.has(plainName(name)))
  return [...evaluated, ...others.map((listed, at) => draftListed(intake, listed, organisation, named.length + at))]
}

/** 「“会议费”项目」 and 会议费 are one. */
function plainName(name: string): string {
  return name.replaceAll(/[“”"「」]/g, '').replace(/项目$/, '')
}

/** A project that only a table of the whole report tells: it was not evaluated by itself. */
function draftListed(
  intake: Intake,
  { name, amounts, isSure }: ListedProject,
  organisation: string,
  index: number,
): DraftProject {
  const amount = (column: ListColumn, what: string) => {
    const figure = amounts[column]
    if (!figure) return undefined
    noteFigure(intake, {
      path: `projects.${index}`,
      what: `${name} ${what}`,
      shown: shownOf(figure.text, figure.unit),
      confidence: isSure ? 'certain' : 'likely',
      places: [placeOf(intake, { figure })],
    })
    return baseValue(figure.quantity)
  }
  const original = amount('original', '年初预算')
  const final = amount('final', '全年预算')
  const spent = amount('actual', '实际支出') ?? new Big(0)
  const granted = original ?? final ?? spent
  const added = original && final ? final.minus(original) : new Big(0)
  const project = { id: `p${index + 1}`, name, organisation, evaluated: false }
  return { project, told: name, names: [name], granted, added, spent, isUnsplit: !original }
}

/** What facts call the one project of a file: all that a file of one project says is of it, and names nobody. */
function entitiesOf({ reading: { facts, parts } }: Intake, names: readonly string[]): readonly string[] {
  const ofMore = parts.some(({ kind }) => kind === 'department-report' || kind === 'base-data-table')
  return ofMore || facts.some(({ entity }) => entity !== '') ? names : ['']
}

/** What the project's form tells as 年初 and 全年; without it, what its report says was arranged. */
function moneyOf(
  intake: Intake,
  name: string,
  entity: readonly string[],
  path: string,
): Pick<DraftProject, 'granted' | 'added' | 'spent'> {
  const amount = (measures: readonly string[], phases: readonly Phase[], what: string) =>
    take(intake, { measures, phases, entity }, path, `${name} ${what}`)
  const original = amount(['fund.total'], ['original'], '年初预算')
  const final = amount(['fund.total'], ['final'], '全年预算')
  const isSplit = original !== undefined && final !== undefined
  const arranged = isSplit ? undefined : amount(['project.arranged'], ['original', 'final', 'none'], '安排资金')
  const formed = isSplit ? original : (arranged ?? original ?? final)
  const told = formed ?? amount(['fund.total', 'project.arrived'], ['original', 'final', 'none'], '安排资金')
  const spent = amount(['project.spent', 'fund.total'], ['actual', 'none'], '实际支出')
  const granted = told ?? spent ?? new Big(0)
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
