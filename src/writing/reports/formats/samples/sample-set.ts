import { Big } from 'big.js'
import type {
  LedgerFact,
  PrintedBlock,
  PrintedCell,
  PrintedNumber,
  PrintedReport,
  PrintedTable,
  ReportSet,
} from '#domain/report/printed-report.ts'
import { type Unit, percent, points, unitText, wanYuan } from '#domain/unit.ts'

/** A set of reports made by hand, for the tests and the benchmark of the formats: a county that does not exist. */
export const sampleYear = 2023

const fact = (id: string, title: string, value: string, unit: Unit, terms?: LedgerFact['terms']): LedgerFact => {
  const [measure = '', entity = '', , phase = ''] = id.split('|')
  const decimals = value.split('.')[1]?.length ?? 0
  const quantity = { value: new Big(value), unit, decimals, looseness: 'exact' } as const
  const plain = { id, measure, entity, year: sampleYear, phase, title, quantity, records: [`budget:${id.length}`] }
  return terms ? { ...plain, terms } : plain
}
const plus = (...ids: string[]) => ids.map((id) => ({ id, sign: 1 as const }))

const total = 'funds|例县办公室|2023|actual'
const original = 'funds|例县办公室|2023|original'
const basic = 'basic|例县办公室|2023|actual'
const projects = 'projects|例县办公室|2023|actual'
const rate = 'execution.rate|例县办公室|2023|none'
const score = 'score|例县办公室|2023|none'

export const sampleFacts: readonly LedgerFact[] = [
  fact(basic, '基本支出', '969.06', wanYuan),
  fact(projects, '项目支出', '316.99', wanYuan),
  fact(total, '支出合计', '1286.05', wanYuan, { how: 'sum', of: plus(basic, projects) }),
  fact(original, '年初预算数', '1300.00', wanYuan),
  fact(rate, '预算执行率', '98.93', percent, { how: 'ratio', of: plus(total, original) }),
  fact(score, '自评得分', '97', points),
]
const byId = new Map(sampleFacts.map((each) => [each.id, each]))

/** A number as the sample prints it; in a column that names the unit, without one. */
export function sampleNumber(id: string, inColumn = false): PrintedNumber {
  const { quantity } = byId.get(id)!
  const sign = quantity.unit.name === '%' ? '%' : ''
  const text = quantity.value.toFixed(quantity.decimals) + sign
  return { fact: id, text, unit: inColumn || sign ? '' : unitText(quantity.unit), quantity }
}

const cell = (text: string, shape: Omit<PrintedCell, 'runs'> = {}): PrintedCell => ({
  runs: text ? [text] : [],
  align: 'center',
  ...shape,
})
const amount = (id: string): PrintedCell => ({ runs: [sampleNumber(id, true)], align: 'right' })

/** A base-data table with merged cells on an upright page. */
export const sampleTable: PrintedTable = {
  kind: 'table',
  name: '基础数据表',
  caption: '例县办公室2023年度部门整体支出绩效评价基础数据表',
  widths: [400, 200, 200, 200],
  headRows: 1,
  rows: [
    [
      cell('经费控制情况（万元）', { bold: true }),
      cell('2022年决算数', { bold: true }),
      cell('2023年预算数', { bold: true }),
      cell('2023年决算数', { bold: true }),
    ],
    [cell('基本支出', { align: 'left' }), cell('—'), cell('—'), amount(basic)],
    [cell('项目支出', { align: 'left' }), cell('—'), cell('—'), amount(projects)],
    [cell('合计', { align: 'left' }), cell('', { rowSpan: 2 }), amount(original), amount(total)],
    [cell('执行率', { align: 'left' }), cell('', {}), amount(rate)],
    [
      cell('厉行节约保障措施'),
      cell('严格执行公务接待审批制度，压减一般性支出，会议能合并的合并召开。', { colSpan: 3, align: 'left' }),
    ],
  ],
}

const indicators = Array.from({ length: 24 }, (_, at): PrintedCell[] => [
  ...(at === 0 ? [cell('绩效指标', { rowSpan: 24, vertical: true })] : []),
  ...(at % 12 === 0 ? [cell(at === 0 ? '产出指标' : '效益指标', { rowSpan: 12 })] : []),
  cell(`第${at + 1}项工作完成数量`, { align: 'left' }),
  cell('≥12次'),
  cell('15次'),
  cell('4'),
  cell('4'),
  cell(at === 5 ? '年中机构调整，部分工作推迟，下一年度提前安排进度。' : '', { align: 'left' }),
])

/** A self-evaluation form on a turned page that runs over several sheets. */
export const sampleForm: PrintedTable = {
  kind: 'table',
  name: '部门整体支出绩效自评表',
  landscape: true,
  headRows: 1,
  widths: [60, 110, 250, 110, 110, 70, 70, 220],
  rows: [
    [
      cell('', { colSpan: 2 }),
      ...['三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'].map((head) =>
        cell(head, { bold: true }),
      ),
    ],
    [
      cell('年度资金总额（万元）', { colSpan: 3 }),
      amount(original),
      amount(total),
      cell('10'),
      cell('10'),
      { runs: ['执行率', sampleNumber(rate)], align: 'left' },
    ],
    ...indicators,
    [cell('总分', { colSpan: 5 }), cell('100'), amount(score), cell('')],
  ],
}

const prose =
  '全年召开党组会议研究预算绩效工作，健全内部控制制度，资金拨付有完整的审批程序和手续，符合部门预算批复的用途。'

/** A report of `chapters` chapters: headings of four levels, prose with numbers, the table between. */
export function sampleReport(chapters = 3): PrintedReport {
  const blocks: PrintedBlock[] = [{ kind: 'title', runs: ['例县办公室2023年度部门整体支出绩效自评报告'] }]
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    blocks.push(
      { kind: 'heading', level: 1, runs: [`${'一二三四五六七八九十'[(chapter - 1) % 10]}、部门基本情况`] },
      {
        kind: 'paragraph',
        runs: [
          '2023年支出合计',
          sampleNumber(total),
          '，其中：基本支出',
          sampleNumber(basic),
          '，项目支出',
          sampleNumber(projects),
          '，预算执行率',
          sampleNumber(rate),
          '。',
        ],
      },
      { kind: 'heading', level: 2, runs: ['（一）预算执行'] },
      ...Array.from({ length: 4 }, () => ({ kind: 'paragraph' as const, runs: [prose.repeat(3)] })),
      { kind: 'heading', level: 3, runs: ['1.基本支出情况'] },
      { kind: 'paragraph', runs: [prose] },
      { kind: 'heading', level: 4, runs: ['（1）人员经费'] },
      { kind: 'paragraph', runs: ['自评得分', sampleNumber(score), '。'] },
    )
  }
  blocks.push(sampleTable, { kind: 'signature', lines: ['例县办公室', '2024年3月5日'] })
  return {
    id: '1-整体报告',
    kind: 'department-report',
    title: '例县办公室2023年度部门整体支出绩效自评报告',
    entity: '例县办公室',
    year: sampleYear,
    blocks,
  }
}

/** The form alone, with its title on the same turned page. */
export function sampleFormReport(order = 3): PrintedReport {
  const title = '例县办公室2023年度部门整体支出绩效自评表'
  return {
    id: `${order}-自评表`,
    kind: 'self-evaluation-form',
    title,
    entity: '例县办公室',
    year: sampleYear,
    blocks: [{ kind: 'title', runs: [title] }, sampleForm],
  }
}

/** The base data as a report of its own. */
export function sampleTableReport(order = 2): PrintedReport {
  const title = '部门整体支出绩效评价基础数据表'
  return {
    id: `${order}-基础数据表`,
    kind: 'base-data-table',
    title,
    entity: '例县办公室',
    year: sampleYear,
    blocks: [{ kind: 'title', runs: [title] }, sampleTable],
  }
}

/** Reports of a department with `projects` projects: overall report, two tables, a report and a form for each project. */
export function sampleSet(count = 5): ReportSet {
  const each = Array.from({ length: count }, (_, at) => [
    { ...sampleReport(1), id: `${at + 4}-项目报告-${at + 1}` },
    { ...sampleFormReport(), id: `${at + 4}-项目自评表-${at + 1}` },
  ]).flat()
  return {
    department: '例县办公室',
    year: sampleYear,
    reports: [sampleReport(), sampleTableReport(), sampleFormReport(), ...each],
    facts: sampleFacts,
  }
}
