import type { Audit } from '#domain/audit.ts'
import type { Part } from '#domain/document.ts'
import type { Ledger, OpenQuestion } from '#domain/ledger/ledger.ts'
import type { Organisation } from '#domain/ledger/organisation.ts'
import { describeLocus } from '#writing/findings/to-text.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { workKinds } from '../load-work-kinds.ts'
import { knowledge } from '../load-knowledge.ts'
import { choosePack } from '../packs/choose-pack.ts'
import { packFor, rulePacks } from '../packs/load-packs.ts'
import { outlinesOf } from '../packs/load-outlines.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { accountSums } from './draft-accounts.ts'
import { draftBudget, otherProject } from './draft-budget.ts'
import { draftBaseItems, draftIndicators } from './draft-forms.ts'
import { draftGoals } from './draft-goals.ts'
import { draftPayments } from './draft-payments.ts'
import { type DraftProject, draftProjects } from './draft-projects.ts'
import { draftSections } from './draft-sections.ts'
import { projectsOfForms } from './project-forms.ts'
import { draftStaffing } from './draft-staffing.ts'
import type { Intake, ScopeOf, TakenFigure } from './intake.ts'
import { withoutStop } from './without-stop.ts'

/** A published report as a ledger to go on with, how sure each figure is, and where it stands. */
export type DraftLedger = { readonly ledger: Ledger; readonly figures: readonly TakenFigure[] }

const place = /^(?:[\u4e00-\u9fff]{2,5}?省)?(?:[\u4e00-\u9fff]{2,4}?市)?([\u4e00-\u9fff]{1,5}?[县市区旗])/
const unknownDivision = '000000'

/**
 * Turns an audited report into a draft ledger. What it contradicts itself on becomes an open question; nothing is
 * settled for a person. Undefined where the file could not be read. `division`: six digits, which no report prints.
 */
export function draftLedger(audit: Audit, division: string = unknownDivision): DraftLedger | undefined {
  const { reading } = audit
  if (!reading) return undefined
  const year = mostCommon(reading.parts.flatMap((part) => part.year ?? [])) ?? new Date().getFullYear() - 1
  const findings = audit.findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])])
  const intake: Intake = { reading, findings, year, figures: [] }
  const department = departmentOf(reading.parts)
  const questions = openQuestions(audit)
  const told = division === unknownDivision ? choosePack('auto', reading, knowledge().provinces ?? [])?.pack : undefined
  const pack = told ?? packFor(division, year)
  const { projects, scopeOf, ...money } = draftMoney(intake, department.id, questions)
  const ledger: Ledger = {
    division: { code: division, name: place.exec(department.name)?.[1] ?? department.name },
    department,
    units: [],
    year,
    pack: pack?.id ?? 'cn-2020',
    staffing: draftStaffing(intake, department.id),
    projects,
    ...money,
    buildings: [],
    tasks: [],
    goals: draftGoals(intake, scopeOf),
    indicators: draftIndicators(intake, scopeOf, questions),
    workKinds: workKinds(),
    workRecords: [],
    sections: draftSections(intake, [...(pack ? [pack] : []), ...rulePacks()].map(outlinesOf), scopeOf),
    papers: [],
    monitoring: [],
    evidence: [],
    openQuestions: questions,
  }
  return { ledger, figures: intake.figures }
}

/** Projects, budget, payments and base data; a project for what the report does not tell apart where there is any. */
function draftMoney(intake: Intake, organisation: string, questions: OpenQuestion[]) {
  const rows = loadBaseRows()
  const ofForms = projectsOfForms(intake.reading)
  const drafted = draftProjects(intake, organisation, ofForms)
  const sums = accountSums(intake.reading)
  const accounts = { basic: sums[0]?.code ?? '2010301', project: sums[1]?.code ?? '2010302' }
  const budgetLines = draftBudget(intake, organisation, drafted, accounts, questions)
  const payments = draftPayments(intake, organisation, drafted, rows, sums, accounts)
  askWhatIsUntold(questions, drafted, budgetLines.length + payments.length > 0)
  const hasOther = [...budgetLines, ...payments].some(({ project }) => project === otherProject)
  const projects = drafted.map(({ project }) => project)
  if (hasOther) projects.push({ id: otherProject, name: '其他项目', organisation, evaluated: false })
  const scopeOf: ScopeOf = (part, block) => {
    const named = (block === undefined ? undefined : ofForms.get(block)) ?? part.project
    const found = drafted.find(({ names }) => named !== undefined && names.includes(named))
    return found ? { project: found.project.id } : 'department'
  }
  return { projects, scopeOf, budgetLines, payments, baseItems: draftBaseItems(intake, rows) }
}

/** A draft without money, or with a project nobody named or whose opening budget nobody told, says so. */
function askWhatIsUntold(questions: OpenQuestion[], drafted: readonly DraftProject[], hasMoney: boolean): void {
  if (!hasMoney && !questions.some(({ id }) => id === 'budget-original'))
    questions.push({
      id: 'money-untold',
      question: '报告里没有认出预算和支出',
      holds: '没有登记预算和支付，请补录',
      sources: [],
    })
  const unsplit = drafted.filter(({ isUnsplit }) => isUnsplit).map(({ told }) => told)
  if (unsplit.length > 0)
    questions.push({
      id: 'projects-original',
      question: `项目表没有写年初预算：${unsplit.join('、')}`,
      holds: '把表上的预算（没有预算的，把支出）登记为年初批复，请改为年初数，另登追加',
      sources: [],
    })
  for (const { project, told } of drafted)
    if (project.name !== told)
      questions.push({
        id: `project-${project.id}`,
        question: '报告里没有认出项目的名称',
        holds: `项目名称写作「${project.name}」，请改`,
        sources: [],
      })
}

/** Every contradiction between figures that the audit found, to be decided by a person; wording is for the new reports. */
function openQuestions(audit: Audit): OpenQuestion[] {
  const findings = toOutput(audit).findings.filter(({ evidence }) => evidence.some(({ value }) => value !== undefined))
  return findings.map(({ message, expression, evidence }, index) => ({
    id: `q${index + 1}`,
    question: expression ? `${withoutStop(message)}（${expression}）` : withoutStop(message),
    holds: evidence[0]?.value ? `${evidence[0].value}${evidence[0].unit ?? ''}（第一处）` : '照报告里的写法',
    sources: evidence.map(({ part, locus, text }) => `${part} ${describeLocus(locus)}：${text.slice(0, 60)}`),
  }))
}

/** The unit the report is about: named by its form, else by a title. */
function departmentOf(parts: readonly Part[]): Organisation {
  const named = parts.find(({ entity }) => entity)?.entity
  const titled = parts.map(({ title }) => /^(.{4,30}?)20\d\d年/.exec(title)?.[1]).find(Boolean)
  const name = (named ?? titled)?.replace(/^(?:20\d\d)?年?度?/, '')
  return { id: '001', name: name || '待填部门' }
}

function mostCommon(years: readonly number[]): number | undefined {
  const counted = [...Map.groupBy(years, (year) => year)].toSorted((one, other) => other[1].length - one[1].length)
  return counted[0]?.[0]
}
