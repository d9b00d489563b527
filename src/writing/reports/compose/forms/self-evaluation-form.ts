import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import type { PrintedCell } from '#domain/report/printed-report.ts'
import { type Setting, factOf } from '../setting.ts'
import type { Unnumbered } from '../unnumbered.ts'
import { mixed, number, words } from './cells.ts'
import { indicatorRows } from './indicator-rows.ts'

/** 「部门整体支出绩效自评表」 as Hunan's counties fill it in: funds, two break-downs, goals, indicators, total. */
export function selfEvaluationForm(setting: Setting, form: EvaluatedForm): Unnumbered {
  const { division, department, year } = setting.ledger
  const title = `${division.name}${year}年度部门整体支出绩效自评表`
  const goal = setting.ledger.goals.find(({ scope, term }) => scope === 'department' && term === 'annual')
  return {
    name: '自评表',
    kind: 'self-evaluation-form',
    title,
    entity: department.name,
    year,
    blocks: [
      { kind: 'title', runs: [title] },
      {
        kind: 'table',
        name: '自评表',
        widths: [90, 100, 150, 140, 140, 70, 120, 190],
        rows: [
          [words('县级预算部门、单位名称', { colSpan: 2 }), words(department.name, { colSpan: 6 })],
          ...fundRows(setting, form),
          ...goalRows(goal?.planned ?? '', goal?.achieved ?? '', 1),
          headRow(),
          ...indicatorRows(form),
          totalRow(form),
        ],
      },
    ],
  }
}

function fundRows(setting: Setting, form: EvaluatedForm): PrintedCell[][] {
  const total = (phase: string) => number(factOf(setting, { measure: 'fund.total', phase }))
  const rate = factOf(setting, { measure: 'execution.rate', phase: 'none' })
  return [
    [
      words('年度预算申请（万元）', { rowSpan: 6 }),
      words(''),
      ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '自评得分'].map((head) => words(head)),
    ],
    [
      words('年度资金总额'),
      total('original'),
      total('final'),
      total('actual'),
      number(form.execution?.weight, {}, '—'),
      number(rate, {}, '—'),
      number(form.execution?.score, {}, '—'),
    ],
    ...breakdownRows(setting),
  ]
}

/** The original budget by source on the left 按收入性质分 and by nature on the right 按支出性质分. */
function breakdownRows(setting: Setting): PrintedCell[][] {
  const labelled = (colSpan: number, ...labels: [string, string][]) =>
    mixed(
      labels.flatMap(([label, measure]) => [label, factOf(setting, { measure, phase: 'original' }) ?? '—']),
      { colSpan },
    )
  return [
    [labelled(4, ['按收入性质分：', 'fund.total']), labelled(3, ['按支出性质分：', 'fund.total'])],
    [
      labelled(4, ['其中：一般公共预算：', 'fund.general-public-budget']),
      labelled(3, ['其中：基本支出：', 'spending.basic']),
    ],
    [labelled(4, ['政府性基金拨款：', 'fund.government-managed']), labelled(3, ['项目支出：', 'spending.project'])],
    [
      labelled(4, ['纳入专户管理的非税收入拨款：', 'fund.special-account'], ['；其他资金：', 'fund.other']),
      words('', { colSpan: 3 }),
    ],
  ]
}

/** 年度总体目标: what was planned beside what was reached. */
export function goalRows(planned: string, achieved: string, lead: number): PrintedCell[][] {
  return [
    [
      words('年度总体目标', { rowSpan: 2, colSpan: lead }),
      words('预期目标', { colSpan: 4 }),
      words('实际完成情况', { colSpan: 3 }),
    ],
    [mixed([planned], { colSpan: 4 }), mixed([achieved], { colSpan: 3 })],
  ]
}

/** Heads of the indicator grid. */
export function headRow(): PrintedCell[] {
  const heads = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '自评得分',
    '偏差原因分析及改进措施',
  ]
  return heads.map((head) => words(head))
}

/** 总分: all that can be earned and all that was. */
export function totalRow(form: EvaluatedForm): PrintedCell[] {
  return [words('总分', { colSpan: 5 }), number(form.full), number(form.total), words('')]
}
