import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import type { Outline } from '#domain/report/outline.ts'
import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { type Gap, chaptersOf } from './chapters.ts'
import { asAttachments, closingLines } from './attachments.ts'
import { baseDataTable } from './forms/base-data-table.ts'
import { projectForm } from './forms/project-form.ts'
import { selfEvaluationForm } from './forms/self-evaluation-form.ts'
import type { Setting } from './setting.ts'

/** The whole set of a department and year, what a person has yet to write or bind, and what only a person can say. */
export type ComposedSet = {
  readonly set: ReportSet
  readonly gaps: readonly Gap[]
  readonly questions: readonly OpenQuestion[]
}

/**
 * Overall report, base-data table, self-evaluation form, then a report and a form for each evaluated project.
 * A form is left out, and named among the gaps, when its indicators are not there to be scored.
 */
export function composeReports(setting: Setting, outlines: { department: Outline; project: Outline }): ComposedSet {
  const { ledger, facts, forms } = setting
  const gaps: Gap[] = []
  const own = forms.get('')
  const overall = narrative(setting, outlines.department, '', '01-整体支出绩效报告', gaps)
  const reports: PrintedReport[] = [overall, baseDataTable(setting)]
  if (own) reports.push(selfEvaluationForm(setting, own))
  else gaps.push({ report: '自评表', chapter: '', message: '没有绩效指标，自评表没有生成' })
  let order = 4
  for (const project of ledger.projects.filter(({ evaluated }) => evaluated)) {
    reports.push(
      narrative(
        setting,
        outlines.project,
        project.name,
        `${String(order++).padStart(2, '0')}-项目报告-${project.name}`,
        gaps,
      ),
    )
    const form = forms.get(project.name)
    if (form) reports.push(projectForm(setting, project, form, order++))
    else
      gaps.push({ report: project.name, chapter: '', message: `项目「${project.name}」没有绩效指标，自评表没有生成` })
  }
  const set = {
    department: ledger.department.name,
    year: ledger.year,
    reports: asAttachments(reports),
    facts: [...facts.values()],
  }
  return { set, gaps, questions: ledger.issueDate === undefined ? [undated] : [] }
}

const undated: OpenQuestion = {
  id: 'issue-date',
  question: '报告的成文日期是哪一天',
  holds: '不印日期',
  sources: ['账本没有登记成文日期（issueDate）'],
}

function narrative(setting: Setting, outline: Outline, entity: string, id: string, gaps: Gap[]): PrintedReport {
  const { department, division, year } = setting.ledger
  const filled: Record<string, string> = {
    year: String(year),
    department: department.name,
    project: entity,
    division: division.name,
  }
  const title = outline.title.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
  const composed = chaptersOf(outline, setting, entity, title)
  gaps.push(...composed.gaps)
  return {
    id,
    kind: entity === '' ? 'department-report' : 'project-report',
    title,
    entity: entity === '' ? department.name : entity,
    year,
    blocks: [{ kind: 'title', runs: [title] }, ...composed.blocks, closingLines(setting.ledger)],
  }
}
