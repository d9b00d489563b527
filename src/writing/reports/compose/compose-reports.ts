import type { Project } from '#domain/ledger/budget.ts'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import type { PackForms } from '#domain/report/form-layout.ts'
import type { Outline } from '#domain/report/outline.ts'
import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { asAttachments, closingLines } from './attachments.ts'
import { type Gap, chaptersOf } from './chapters.ts'
import { filledTitle } from './filled-title.ts'
import { baseDataTable, ledgerForms } from './forms/ledger-forms.ts'
import { notEntered } from './not-entered.ts'
import { boundProse } from './prose.ts'
import { type Setting, isSlow, slowChapter } from './setting.ts'
import type { Unnumbered } from './unnumbered.ts'

/** The whole set of a department and year, what a person has yet to write or bind, and what only a person can say. */
export type ComposedSet = {
  readonly set: ReportSet
  readonly gaps: readonly Gap[]
  readonly questions: readonly OpenQuestion[]
}

/** What reports are laid out by: the chapters of the reports, the grids of the forms. */
export type Layouts = { readonly department: Outline; readonly project: Outline; readonly forms: PackForms }

/**
 * Overall report, the base-data table where the pack has one, the department's forms, then a report and the forms of
 * each evaluated project. A form is left out, and named among the gaps, when its indicators are not there to be scored.
 */
export function composeReports(setting: Setting, layouts: Layouts): ComposedSet {
  const { ledger, facts } = setting
  const gaps: Gap[] = notEntered(ledger, layouts.forms.baseData !== undefined)
  const unnumbered = [
    narrative(setting, layouts.department, '', '整体支出绩效报告', gaps),
    ...baseDataTable(setting, layouts.forms),
    ...departmentForms(setting, layouts.forms, gaps),
    ...ledger.projects
      .filter(({ evaluated }) => evaluated)
      .flatMap((project) => ofProject(setting, layouts, project, gaps)),
  ]
  const reports = unnumbered.map(({ name, ...report }, index): PrintedReport => ({
    ...report,
    id: `${String(index + 1).padStart(2, '0')}-${name}`,
  }))
  const set = {
    department: ledger.department.name,
    year: ledger.year,
    reports: asAttachments(reports),
    facts: [...facts.values()],
  }
  return { set, gaps, questions: ledger.issueDate === undefined ? [undated] : [] }
}

function departmentForms(setting: Setting, forms: PackForms, gaps: Gap[]): Unnumbered[] {
  const own = setting.forms.get('')
  if (own) return ledgerForms(setting, forms, own)
  gaps.push({
    report: '自评表',
    chapter: '',
    message: '没有绩效指标，自评表没有生成',
    from: { list: 'indicators', key: [] },
  })
  return []
}

function ofProject(setting: Setting, layouts: Layouts, project: Project, gaps: Gap[]): Unnumbered[] {
  const { name } = project
  const report = narrative(setting, layouts.project, name, `项目报告-${name}`, gaps)
  const form = setting.forms.get(name)
  if (form) return [report, ...ledgerForms(setting, layouts.forms, form, project)]
  gaps.push({
    report: name,
    chapter: '',
    message: `项目「${name}」没有绩效指标，自评表没有生成`,
    from: { list: 'goals', key: [`project:${project.id}`] },
  })
  return [report]
}

const undated: OpenQuestion = {
  id: 'issue-date',
  question: '报告的成文日期是哪一天',
  holds: '不印日期',
  sources: ['账本没有登记成文日期'],
}

/** What a clerk wrote for a chapter this outline does not have: it is not printed, and that is said. */
function unplaced({ ledger }: Setting, { chapters }: Outline, entity: string, report: string): Gap[] {
  const project = ledger.projects.find(({ name }) => name === entity)
  const placed = new Set(chapters.filter(({ say }) => say.includes('prose')).map(({ id }) => id))
  return ledger.sections
    .filter(({ scope }) => (scope === 'department' ? entity === '' : scope.project === project?.id))
    .filter(({ outline, text }) => !placed.has(outline) && text.trim() !== '')
    .map(({ outline, text }) => ({
      report,
      chapter: outline,
      message: `提纲里没有「${outline}」这一节，写好的文字没有印出：${text.trim().slice(0, 20)}…`,
    }))
}

/** A pack that asks why so little was spent has the reason from the chapter on spending. */
function unexplained(setting: Setting, { chapters }: Outline, entity: string, report: string): Gap[] {
  const chapter = chapters.find(({ id }) => id === slowChapter(entity))
  if (!chapter || !isSlow(setting, entity) || boundProse(setting, entity, chapter.id).paragraphs.length > 0) return []
  const message = `预算执行率低于${setting.slowBelow?.toFixed()}%，原因还没有写：写在「${chapter.heading}」一节`
  return [{ report, chapter: chapter.heading, message }]
}

function narrative(setting: Setting, outline: Outline, entity: string, name: string, gaps: Gap[]): Unnumbered {
  const { department, year } = setting.ledger
  const title = filledTitle(outline.title, setting.ledger, entity)
  const composed = chaptersOf(outline, setting, entity, title)
  gaps.push(
    ...composed.gaps,
    ...unexplained(setting, outline, entity, title),
    ...unplaced(setting, outline, entity, title),
  )
  return {
    name,
    kind: entity === '' ? 'department-report' : 'project-report',
    title,
    entity: entity === '' ? department.name : entity,
    year,
    blocks: [{ kind: 'title', runs: [title] }, ...composed.blocks, closingLines(setting.ledger)],
  }
}
