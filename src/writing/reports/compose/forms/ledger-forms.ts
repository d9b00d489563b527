import type { Project } from '#domain/ledger/budget.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import type { FormLayout, PackForms } from '#domain/report/form-layout.ts'
import type { PrintedKind } from '#domain/report/printed-report.ts'
import { titleFor } from '../named-project.ts'
import type { Setting } from '../setting.ts'
import type { Unnumbered } from '../unnumbered.ts'
import { fillTemplate } from './fill-template.ts'
import { type FormOf, formValues } from './form-values.ts'
import { layOutForm } from './lay-out-form.ts'
import { periodOf } from './monitored-period.ts'
import { monitoredValue } from './monitored-values.ts'
import { rowValues } from './row-values.ts'
import { taskValues } from './task-values.ts'

/** 基础数据表 of the department; none where the pack asks for none. */
export function baseDataTable(setting: Setting, { baseData }: PackForms): Unnumbered[] {
  return baseData ? [laidOut(setting, baseData, 'base-data-table', '基础数据表', {})] : []
}

/**
 * The self-evaluation form 绩效自评表 of a department or project, its goal form 绩效目标表, and a monitoring form 绩效监控表 for each round that says something of
 * its indicators; none without an annual goal, or without a round.
 */
export function ledgerForms(
  setting: Setting,
  forms: PackForms,
  evaluated: EvaluatedForm,
  project?: Project,
): Unnumbered[] {
  const of = { ...(project ? { project } : {}), evaluated }
  const whose = project ? `-${project.name}` : ''
  const what = project ? '项目' : '整体'
  const hasGoal = formValues(setting, of)('goal.annual') !== undefined
  const goals = project ? forms.projectGoals : forms.departmentGoals
  const monitoring = project ? forms.projectMonitoring : forms.departmentMonitoring
  const ids = new Set(evaluated.rows.map(({ id }) => id))
  const rounds = setting.ledger.monitoring.filter(({ values }) => values.some(({ indicator }) => ids.has(indicator)))
  const evaluation = project ? forms.projectEvaluation : forms.departmentEvaluation
  const scored = laidOut(
    setting,
    evaluation,
    project ? 'project-form' : 'self-evaluation-form',
    `${project ? '项目' : ''}自评表${whose}`,
    of,
  )
  return [
    scored,
    ...(hasGoal ? [laidOut(setting, goals, 'goal-form', `${what}绩效目标表${whose}`, of)] : []),
    ...rounds.map((round) =>
      laidOut(setting, monitoring, 'monitoring-form', `${what}监控表${whose}-${periodOf(round.until)}`, {
        ...of,
        round,
      }),
    ),
  ]
}

function laidOut(setting: Setting, layout: FormLayout, kind: PrintedKind, name: string, of: FormOf): Unnumbered {
  const { ledger } = setting
  const form = formValues(setting, of)
  const title = fillTemplate(titleFor(layout.title, of.project?.name ?? ''), form).join('')
  const { evaluated } = of
  const row = (each: EvaluatedForm['rows'][number]) => {
    const entry = ledger.indicators.find(({ id }) => id === each.id)
    const own = rowValues(evaluated?.groups ?? [], each, entry, setting.standards)
    const seen = of.round?.values.find(({ indicator }) => indicator === each.id)
    return (wanted: string) => (of.round ? monitoredValue(seen, wanted) : undefined) ?? own(wanted)
  }
  const rows = { indicators: evaluated?.rows ?? [], tasks: of.project ? [] : ledger.tasks }
  const values = { form, row, task: (each: MainTask) => taskValues(setting, each) }
  return {
    name,
    kind,
    title,
    entity: of.project?.name ?? ledger.department.name,
    year: ledger.year,
    blocks: [{ kind: 'title', runs: [title] }, layOutForm(layout, rows, values)],
  }
}
