import type { PrintedCell, PrintedTable } from '#domain/report/printed-report.ts'
import { type Setting, factOf } from '../setting.ts'
import type { Unnumbered } from '../unnumbered.ts'
import { mixed, number, words } from './cells.ts'

/** Rows of 经费控制情况 as the Hunan form prints them (standards of 2023): label and measure. */
const costRows = [
  ['三公经费：', 'three-public.total'],
  ['1、公务用车购置和维护经费', 'three-public.vehicle'],
  ['其中：公车购置', 'three-public.vehicle-purchase'],
  ['公车运行维护', 'three-public.vehicle-running'],
  ['2、出国经费', 'three-public.abroad'],
  ['3、公务接待', 'three-public.reception'],
  ['项目支出：', 'spending.project'],
  ['1、业务工作经费', 'project.business'],
  ['2、运行维护经费', 'project.operation'],
  ['公用经费', 'spending.public'],
  ['其中：办公经费', 'public.office'],
  ['水费、电费、差旅费', 'public.utilities-travel'],
  ['会议费、培训费', 'public.meetings-training'],
  ['政府采购金额', 'procurement.total'],
  ['部门基本支出预算调整', 'basic-adjustment'],
] as const

const note = '说明：“项目支出”填报基本支出以外的全部项目支出；“公用经费”填报基本支出中的商品和服务支出。'

/** 「部门整体支出绩效评价基础数据表」: staff, costs of three columns, buildings, saving measures. */
export function baseDataTable(setting: Setting): Unnumbered {
  const { division, department, year } = setting.ledger
  return {
    name: '基础数据表',
    kind: 'base-data-table',
    title: `${division.name}${year}年度部门整体支出绩效评价基础数据表`,
    entity: department.name,
    year,
    blocks: [{ kind: 'title', runs: [`${division.name}${year}年度部门整体支出绩效评价基础数据表`] }, grid(setting)],
  }
}

function grid(setting: Setting): PrintedTable {
  const { year, savingMeasures } = setting.ledger
  const none = (measure: string) => factOf(setting, { measure, phase: 'none' })
  return {
    kind: 'table',
    name: '基础数据表',
    widths: [310, 115, 115, 115, 115, 115, 115],
    rows: [
      [
        words('财政供养人员情况（人）', { rowSpan: 2 }),
        words('编制数', { colSpan: 2 }),
        words(`${year}年实际在职人数`, { colSpan: 2 }),
        words('控制率', { colSpan: 2 }),
      ],
      [
        number(none('staff.quota'), { colSpan: 2 }),
        number(none('staff.on-post'), { colSpan: 2 }),
        number(none('staff.control-rate'), { colSpan: 2 }, '—'),
      ],
      [
        words('经费控制情况（万元）'),
        ...[`${year - 1}年决算数`, `${year}年预算数`, `${year}年决算数`].map((head) => words(head, { colSpan: 2 })),
      ],
      ...costRows.map(([label, measure]) => costRow(setting, label, measure)),
      ...buildings(setting),
      [words('厉行节约保障措施'), mixed([savingMeasures ?? ''], { colSpan: 6 })],
      [mixed([note], { colSpan: 7 })],
    ],
  }
}

function costRow(setting: Setting, label: string, measure: string): PrintedCell[] {
  const { year } = setting.ledger
  const columns = [
    { measure, phase: 'actual', year: year - 1 },
    { measure, phase: 'original' },
    { measure, phase: 'actual' },
  ]
  return [mixed([label]), ...columns.map((wanted) => number(factOf(setting, wanted), { colSpan: 2 }))]
}

function buildings(setting: Setting): PrintedCell[][] {
  const heads = [
    '批复规模（㎡）',
    '实际规模（㎡）',
    '规模控制率',
    '预算投资（万元）',
    '实际投资（万元）',
    '投资概算控制率',
  ]
  const measures = [
    'approved-area',
    'actual-area',
    'area-rate',
    'budgeted-investment',
    'actual-investment',
    'investment-rate',
  ]
  return [
    [
      words(`楼堂馆所控制情况（${setting.ledger.year}年完工项目）`, { rowSpan: 2 }),
      ...heads.map((head) => words(head)),
    ],
    measures.map((measure) => number(factOf(setting, { measure: `building.${measure}`, phase: 'none' }), {}, '—')),
  ]
}
