import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import type { Project } from '#domain/ledger/budget.ts'
import type { PrintedCell } from '#domain/report/printed-report.ts'
import { type Setting, factOf } from '../setting.ts'
import type { Unnumbered } from '../unnumbered.ts'
import { number, words } from './cells.ts'
import { indicatorRows } from './indicator-rows.ts'
import { goalRows, headRow, totalRow } from './self-evaluation-form.ts'

/** 「项目支出绩效自评表」 of the national form (财预〔2020〕10号 attachment). */
export function projectForm(setting: Setting, project: Project, form: EvaluatedForm): Unnumbered {
  const { department, units, year } = setting.ledger
  const goal = setting.ledger.goals.find(
    ({ scope, term }) => scope !== 'department' && scope.project === project.id && term === 'annual',
  )
  const unit = [department, ...units].find(({ id }) => id === project.organisation)?.name ?? department.name
  const title = `${year}年度${project.name}项目支出绩效自评表`
  return {
    name: `项目自评表-${project.name}`,
    kind: 'project-form',
    title,
    entity: project.name,
    year,
    blocks: [
      { kind: 'title', runs: [title] },
      {
        kind: 'table',
        name: '项目自评表',
        widths: [90, 100, 150, 140, 140, 70, 120, 190],
        rows: [
          [words('项目名称'), words(project.name, { colSpan: 7 })],
          [words('主管部门'), words(department.name, { colSpan: 3 }), words('实施单位'), words(unit, { colSpan: 3 })],
          ...fundRows(setting, project, form),
          ...goalRows(goal?.planned ?? '', goal?.achieved ?? '', 1),
          headRow(),
          ...indicatorRows(form),
          totalRow(form),
        ],
      },
    ],
  }
}

function fundRows(setting: Setting, project: Project, form: EvaluatedForm): PrintedCell[][] {
  const money = (phase: string) => factOf(setting, { measure: 'project.funds', phase, entity: project.name })
  const rate = factOf(setting, { measure: 'execution.rate', phase: 'none', entity: project.name })
  return [
    [
      words('项目资金（万元）', { rowSpan: 2 }),
      words(''),
      ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((head) => words(head)),
    ],
    [
      words('年度资金总额'),
      number(money('original')),
      number(money('final')),
      number(money('actual')),
      number(form.execution?.weight, {}, '—'),
      number(rate, {}, '—'),
      number(form.execution?.score, {}, '—'),
    ],
  ]
}
