import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'

const example = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(example.ledger)
const plain = example.ledger
const hubei: Ledger = { ...plain, pack: 'hubei-2023' }

const said = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
const linesOf = ({ blocks }: PrintedReport) =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.map((row) => row.map(({ runs }) => said(runs)).join('|'))
    return block.kind === 'signature' ? [] : [said(block.runs)]
  })
const writtenOf = (ledger: Ledger) => prepareReports(ledger).set.reports.flatMap(linesOf).join('\n')
const withIndicator = (ledger: Ledger, id: string, change: Partial<Ledger['indicators'][number]>): Ledger => ({
  ...ledger,
  indicators: ledger.indicators.map((each) => (each.id === id ? { ...each, ...change } : each)),
})
const withOwnMoney: Ledger = {
  ...plain,
  budgetLines: [
    ...plain.budgetLines,
    {
      key: '90',
      organisation: '001',
      kind: 'original',
      source: 'own',
      nature: 'project',
      account: '2010302',
      project: 'p1',
      amount: new Big(120000),
    },
  ],
}
const orders = (satisfied: number, all: number): Ledger => ({
  ...plain,
  workRecords: [
    ...plain.workRecords.filter(({ kind }) => kind !== 'hotline-order'),
    ...[
      ['满意', satisfied],
      ['不满意', all - satisfied],
    ].map(([satisfied = '', quantity]) => ({
      id: `h-${satisfied}`,
      kind: 'hotline-order',
      organisation: '001',
      date: '2023-12-31',
      quantity: Number(quantity),
      values: { order: `汇总-${satisfied}`, status: '办结', satisfied: String(satisfied) },
    })),
  ],
  sections: [
    {
      scope: 'department',
      outline: 'problems',
      text: '热线满意率{{count:hotline-order.satisfied-rate}}，还可以提高。',
    },
  ],
})
const accidentFree = withIndicator(hubei, 'd8', { name: '安全责任事故' })

/** name, ledger, what stands in its reports, what does not */
const cases: [string, Ledger, RegExp, RegExp?][] = [
  [
    '偏差原因没有写句号，与改进措施之间用分号隔开',
    withIndicator(plain, 'd9', { varianceReason: '两件工单群众不满意', improvement: '逐件回访。' }),
    /两件工单群众不满意；逐件回访。/,
    /不满意逐件/,
  ],
  [
    '偏差原因写了句号，不另加标点',
    withIndicator(plain, 'd9', { varianceReason: '两件工单群众不满意。', improvement: '逐件回访' }),
    /两件工单群众不满意。逐件回访/,
  ],
  ['台账的比率在正文里写到两位小数', orders(48, 49), /热线满意率97\.96%，/, /97\.9592/],
  [
    '指标值为0的评（扣）分标准不说超出比例',
    plain,
    /≤0\|件\|[^\n]*\|指标值为0的，完成值为0得满分，超过0不得分/,
    /≤0\|[^\n]*超过一倍/,
  ],
  ['指标值不为0的上限仍按超出比例', plain, /≤16\.56\|万元\|[^\n]*超出比例扣分/],
  [
    '湖北：没有发生的事故不说成已完成',
    accidentFree,
    /安全责任事故[^\n]*达到年初目标值。/,
    /安全责任事故[^\n]*(?:已完成|没有完成)/,
  ],
  ['湖北：没有达到的写在一句里', hubei, /县长热线办理满意率（[^）]*）没有达到年初目标值。/],
  ['湖北：绩效目标完成情况写完成了什么', hubei, /\n完成情况：各项会议、文稿/],
  ['开展自评的项目独立成句，不以其中开头', plain, /\n开展绩效自评的项目5个，/, /其中开展绩效自评/],
  ['全是财政拨款的，写财政收入和财政拨款支出', plain, /2023年度财政收入[^\n]*\n2023年度财政拨款支出/],
  [
    '有单位资金的，收入支出不写成财政的',
    withOwnMoney,
    /2023年度收入1298\.05万元[^\n]*\n2023年度支出/,
    /财政收入1298|财政拨款支出1286/,
  ],
  [
    '湖南的按收入性质分：单位资金在其他资金里，各项相加是年度资金总额',
    withOwnMoney,
    /按收入性质分：981\.06[^]*一般公共预算：969\.06[^]*其他资金：12\.00/,
  ],
  ['有单位资金的项目，安排的资金不写成财政资金', withOwnMoney, /安排资金42\.00万元/, /安排财政资金42/],
]

for (const [name, ledger, expected, never] of cases)
  test(name, () => {
    const written = writtenOf(ledger)
    assert.match(written, expected)
    if (never) assert.doesNotMatch(written, never)
  })

test('有评不出的指标，不说各项指标都达到', () => {
  const { actual: _actual, ...unknown } = plain.indicators.find(({ id }) => id === 'p1-1')!
  const indicators = hubei.indicators.map((each) => (each.id === 'p1-1' ? unknown : each))
  const report = prepareReports({ ...hubei, indicators }).set.reports.find(({ title }) =>
    title.includes('改善民生、为民办实事、督查工作项目绩效自评报告'),
  )
  assert.ok(report)
  assert.doesNotMatch(linesOf(report).join('\n'), /各项指标都达到/)
})

test('还没有写的一节只列为待补，不再说标题之下没有正文', () => {
  const sections = plain.sections.filter(({ outline }) => outline !== 'problems')
  const { gaps, reports } = checkWholeLedger({ ...plain, sections })
  assert.deepEqual(
    gaps.map(({ message }) => message),
    ['「存在的主要问题」一节还没有写'],
  )
  assert.deepEqual(
    reports.filter(({ rule }) => rule === 'section.empty'),
    [],
  )
})
