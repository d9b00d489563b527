import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { unzipSync } from 'fflate'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { knowledge } from '#operations/load-knowledge.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writePackage } from '#operations/reports/write-package.ts'
import { checkLedger } from '#rules/ledger/checks/check-ledger.ts'
import { pageData } from '#writing/reports/formats/pdf/page-data.ts'

const example = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(example.ledger)
const plain = example.ledger
/** The example with a round at the end of July, by when the wages and one project's money were paid. */
const monitored: Ledger = {
  ...plain,
  payments: plain.payments.map((payment) =>
    ['汇总-01', '汇总-09'].includes(payment.voucher) ? { ...payment, date: '2023-07-31' } : payment,
  ),
  monitoring: [
    {
      until: '2023-07-31',
      values: [
        { indicator: 'd1', value: '7次', expected: '12次', possibility: '确定能' },
        {
          indicator: 'd9',
          value: '94%',
          possibility: '有可能',
          causes: ['staff', 'other'],
          reason: '回访人手不够。',
          remark: '每周通报',
        },
        { indicator: 'p1-1', value: '22期', possibility: '确定能' },
      ],
      expectedSpending: [
        { scope: 'department', amount: '12860500' },
        { scope: { project: 'p1' }, amount: '300000' },
      ],
      causes: '热线工单量大，回访不及时。',
      measures: '按周通报回访情况。',
    },
  ],
}

const said = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')
const rowsOf = ({ blocks }: PrintedReport) =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ runs }) => said(runs)).join('|')) : [],
  )
const reportsOf = (ledger: Ledger, pack?: string) => prepareReports(pack ? { ...ledger, pack } : ledger).set.reports
const named = (ledger: Ledger, id: RegExp, pack?: string) => {
  const report = reportsOf(ledger, pack).find((each) => id.test(each.id))
  assert.ok(report, String(id))
  return report
}

test('湖南的整体绩效目标表：职责、年度预算申请两种分法、指标值类型和计量单位', () => {
  const rows = rowsOf(named(plain, /整体绩效目标表$/))
  for (const row of [
    '年度预算申请（万元）|年度资金总额|969.06',
    '一般公共预算|969.06|基本支出|663.06',
    '一级指标|二级指标|三级指标|指标值类型|指标值|计量单位|指标解释|评（扣）分标准|备注',
    '质量指标|建议提案满意率|定量|≥100|%||达到指标值得满分；没有达到的，按完成值占指标值的比例计分|计划标准',
  ])
    assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`)
})

test('指标解释照登记的写；评（扣）分标准先写指标自己的，再写所用办法的，都没有的写符号对应的', () => {
  const written = (change: Partial<Ledger['indicators'][number]>) => {
    const indicators = plain.indicators.map((each) => (each.id === 'd1' ? { ...each, ...change } : each))
    const rows = rowsOf(named({ ...plain, indicators }, /整体绩效目标表$/))
    return rows.find((row) => row.includes('县政府常务会议'))?.split('|')
  }
  const explained = written({ explanation: '全年召开的常务会议次数', rule: '每少一次扣一分' })
  assert.deepEqual(explained?.slice(6, 8), ['全年召开的常务会议次数', '每少一次扣一分'])
  assert.equal(written({ rule: 'direct' })?.[7], '达到指标值得满分，没有达到不得分')
})

test('项目绩效目标表：资金、年度目标、指标性质和度量单位各一栏；登记了中期目标的加一行', () => {
  const form = named(plain, /项目绩效目标表-改善民生/)
  const rows = rowsOf(form)
  for (const row of [
    '项目属性|延续|项目期|',
    '其中：财政拨款|30.00',
    '产出指标|数量指标|督查通报|≥|39|期|25|',
    '督查专报|≥|24|期|25|',
  ])
    assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`)
  assert.equal(
    rows.some((row) => row.startsWith('中期目标')),
    false,
  )
  const goal = { scope: { project: 'p1' }, term: 'medium' as const, planned: '三年内民生实事全部达标。' }
  const longer = rowsOf(named({ ...plain, goals: [...plain.goals, goal] }, /项目绩效目标表-改善民生/))
  assert.ok(longer.includes('中期目标|三年内民生实事全部达标。'))
})

test('年中追加才有钱的项目，目标表写追加的数，自评表的年初预算是0', () => {
  const added = plain.budgetLines.map((line) =>
    line.project === 'p1' ? { ...line, kind: 'supplement' as const } : line,
  )
  for (const pack of ['hunan-2023', 'cn-2020', 'sichuan-2023', 'hubei-2023']) {
    const rows = rowsOf(named({ ...plain, budgetLines: added }, /项目绩效目标表-改善民生/, pack))
    assert.ok(
      rows.some((row) => row.endsWith('年度资金总额|30.00')),
      rows.join('\n'),
    )
    for (const row of ['其中：财政拨款|30.00', '其他资金|0.00']) assert.ok(rows.includes(row), rows.join('\n'))
  }
  const scored = rowsOf(named({ ...plain, budgetLines: added }, /项目自评表-改善民生/))
  assert.ok(scored.includes('年度资金总额|0.00|30.00|30.00|10|100.00%|10'), scored.join('\n'))
})

test('监控表：执行数取到监控那天为止的支付，指标取登记的数，没有登记的空着', () => {
  const department = rowsOf(named(monitored, /整体监控表-1-7月$/))
  // 728.70 of wages and 30.00 of the project, of 969.06: 78.29%.
  for (const row of [
    '年度资金总额|969.06|758.70|78.29%|1286.05',
    '其中：财政拨款|969.06|758.70|78.29%|1286.05',
    '其他资金|0.00|0.00|—|0.00',
    '一级指标|二级指标|三级指标|年度指标值|1-7月执行情况|全年预计完成情况|偏差原因分析|完成目标可能性|备注',
    '经费保障|制度保障|人员保障|硬件条件保障|其他|原因说明|确定能|有可能|完全不可能',
    '产出指标|数量指标|县政府常务会议|≥12次|7次|12次|||||||√|||',
    '质量指标|建议提案满意率|≥100%||||||||||||',
    '满意度指标|服务对象满意度指标|县长热线办理满意率|≥100%|94%||||√||√|回访人手不够。||√||每周通报',
    '偏差或不能完成目标原因分析|热线工单量大，回访不及时。',
  ])
    assert.ok(department.includes(row), `${row}\n${department.join('\n')}`)
  const project = rowsOf(named(monitored, /项目监控表-改善民生.*-1-7月$/))
  assert.ok(project.includes('年度资金总额|30.00|30.00|100.00%|30.00'), project.join('\n'))
  assert.ok(project.some((row) => row.includes('1-7月执行数')))
})

test('支付只有年末汇总的，监控那天执行了多少不知道，不印0.00；按月登记了的，没有支付的项目才是0.00', () => {
  const fund = (ledger: Ledger, id: RegExp) => rowsOf(named(ledger, id)).find((row) => row.startsWith('年度资金总额|'))
  const rounds = monitored.monitoring.map((round) => ({
    ...round,
    values: plain.indicators.map(({ id }) => ({ indicator: id, value: '1' })),
  }))
  const summary = { ...monitored, payments: plain.payments, monitoring: rounds }
  assert.equal(fund(summary, /整体监控表-1-7月$/), '年度资金总额|969.06|—|—|1286.05')
  assert.equal(fund(summary, /项目监控表-改善民生.*-1-7月$/), '年度资金总额|30.00|—|—|30.00')
  const byMonth = { ...monitored, monitoring: rounds }
  assert.equal(fund(byMonth, /项目监控表-改善民生.*-1-7月$/), '年度资金总额|30.00|30.00|100.00%|30.00')
  // Its only payment is the total of the year.
  assert.equal(fund(byMonth, /项目监控表-核电工作-1-7月$/), '年度资金总额|32.00|—|—|')
  const unpaid = { ...byMonth, payments: byMonth.payments.filter(({ project }) => project !== 'p4') }
  assert.equal(fund(unpaid, /项目监控表-核电工作-1-7月$/), '年度资金总额|32.00|0.00|0.00%|')
})

test('监控登记的可能性另有写法的，不勾，写进备注；没有总的原因和举措就不印那两行', () => {
  const [round] = monitored.monitoring
  const values = [{ indicator: 'd1', value: '7次', possibility: '基本能' }]
  const { causes: _causes, measures: _measures, ...plainRound } = round!
  const rows = rowsOf(named({ ...monitored, monitoring: [{ ...plainRound, values }] }, /整体监控表/))
  assert.ok(rows.includes('产出指标|数量指标|县政府常务会议|≥12次|7次|||||||||||基本能'), rows.join('\n'))
  assert.equal(
    rows.some((row) => /^偏差或不能|^相关建议/.test(row)),
    false,
  )
})

test('全年预计写明其中财政拨款的，其余是其他资金；资金有别的来源又没有写明的，不猜', () => {
  const [round] = monitored.monitoring
  const ownMoney = {
    key: '其他-1',
    organisation: '001',
    kind: 'original' as const,
    source: 'own' as const,
    nature: 'basic' as const,
    account: '2010301',
    amount: new Big(500_000),
  }
  const with_ = (expectedSpending: NonNullable<(typeof round & {})['expectedSpending']>) =>
    rowsOf(
      named(
        {
          ...monitored,
          budgetLines: [...monitored.budgetLines, ownMoney],
          monitoring: [{ ...round!, expectedSpending }],
        },
        /整体监控表/,
      ),
    )
  const told = with_([{ scope: 'department', amount: '13360500', fiscal: '12860500' }])
  assert.ok(told.includes('其中：财政拨款|969.06|758.70|78.29%|1286.05'), told.join('\n'))
  assert.ok(told.includes('其他资金|50.00|0.00|0.00%|50.00'), told.join('\n'))
  const untold = with_([{ scope: 'department', amount: '13360500' }])
  assert.ok(untold.includes('其他资金|50.00|0.00|0.00%|'), untold.join('\n'))
})

const tasks: Ledger['tasks'] = [
  { name: '民生实事', content: '办好年度民生实事。', projects: ['p1', 'p2'] },
  { name: '机关运转', content: '保障机关日常运转。', amount: new Big(6_630_600), fiscal: new Big(6_000_000) },
  { name: '作风建设', content: '结合日常工作开展。' },
]

test('全国的整体绩效目标申报表：年度主要任务的预算由项目算出或照登记的写，合计一行', () => {
  const rows = rowsOf(named({ ...plain, tasks }, /整体绩效目标表$/, 'cn-2020'))
  const funds = plain.budgetLines.filter(
    ({ kind, project }) => kind === 'original' && (project === 'p1' || project === 'p2'),
  )
  const ofProjects = funds.reduce((sum, { amount }) => sum.plus(amount), new Big(0)).div(10_000)
  for (const row of [
    '年度主要任务|任务名称|主要内容|预算金额（万元）',
    '总额|财政拨款|其他资金',
    `民生实事|办好年度民生实事。|${ofProjects.toFixed(2)}|${ofProjects.toFixed(2)}|0.00`,
    '机关运转|保障机关日常运转。|663.06|600.00|63.06',
    '作风建设|结合日常工作开展。|—|—|—',
    `金额合计|${ofProjects.plus('663.06').toFixed(2)}|${ofProjects.plus(600).toFixed(2)}|63.06`,
  ])
    assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`)
  assert.equal(
    rows.some((row) => row.startsWith('年度预算')),
    false,
  )
  const without = rowsOf(named(plain, /整体绩效目标表$/, 'cn-2020'))
  assert.ok(without.includes('年度预算（万元）|年度资金总额|969.06'), without.join('\n'))
})

test('年度主要任务：项目没有登记、一个项目算进两项任务、写了项目又填金额、合计超过年初预算，生成之前都说出来', () => {
  const messages = checkLedger(
    {
      ...plain,
      tasks: [
        { name: '甲', content: '一', projects: ['p1', 'p99'], amount: new Big(10_000) },
        { name: '乙', content: '二', projects: ['p1'] },
        { name: '丙', content: '三', amount: new Big(96_906_000), fiscal: new Big(0) },
      ],
    },
    knowledge().accounts,
  ).flatMap(({ rule, message }) => (rule.startsWith('ledger.task') ? [message] : []))
  assert.equal(messages.length, 4, messages.join('\n'))
  assert.match(
    messages.join('\n'),
    /项目「p99」没有登记.*同时算在年度主要任务「甲」和「乙」里.*填的1\.00万元没有用.*超过年初预算969\.06万元/s,
  )
})

test('指标一栏的表头跨页重印：pdf 里是表头，xlsx 里是打印标题', async () => {
  const { set } = prepareReports(monitored)
  const form = set.reports.find(({ id }) => /整体监控表-1-7月$/.test(id))
  const tables = pageData(form!, set).sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
  assert.deepEqual(
    tables.map((table) => 'grid' in table && table.grid),
    [{ from: 6, to: 8 }],
  )
  for await (const { name, bytes } of writePackage(set, ['xlsx'])) {
    if (name.endsWith('.xlsx')) {
      const book = new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml'])
      assert.match(book, /_xlnm\.Print_Titles[^<]*>&apos;整体监控表&apos;!\$9:\$10</)
    }
  }
})

test('没有登记年度目标就没有目标表；没有监控，或监控没有说到这个项目的指标，就没有监控表', () => {
  const ids = reportsOf({ ...plain, goals: [] }).map(({ id }) => id)
  assert.deepEqual(
    ids.filter((id) => /目标表|监控表/.test(id)),
    [],
  )
  assert.deepEqual(
    reportsOf(monitored).flatMap(({ id }) => (id.includes('监控表') ? [id.replace(/^\d+-/, '')] : [])),
    ['整体监控表-1-7月', '项目监控表-改善民生、为民办实事、督查工作-1-7月'],
  )
})

test('不是月底的监控，表头写截至那天', () => {
  const [round] = monitored.monitoring
  const rows = rowsOf(named({ ...monitored, monitoring: [{ ...round!, until: '2023-08-15' }] }, /整体监控表/))
  assert.ok(
    rows.some((row) => row.includes('截至8月15日执行数')),
    rows.join('\n'),
  )
})

for (const format of ['docx', 'xlsx', 'html', 'pdf'] as const)
  test(`目标表、监控表写成 ${format}，稽核没有错误和提醒`, async () => {
    const { set } = prepareReports(monitored)
    const messages: string[] = []
    let forms = 0
    for await (const { name, bytes } of writePackage(set, [format])) {
      if (!/合订本|表格|目标表|监控表/.test(name)) continue
      forms += 1
      const { findings } = await auditDocument({ name, bytes })
      messages.push(...findings.flatMap(({ severity, message }) => (severity === 'info' ? [] : [`${name} ${message}`])))
    }
    assert.deepEqual(messages, [])
    assert.ok(forms === (format === 'xlsx' ? 1 : 9), String(forms))
  })

for (const format of ['docx', 'xlsx', 'html', 'pdf'] as const)
  test(`带年度主要任务的全国目标申报表写成 ${format}，稽核没有错误和提醒`, async () => {
    const { set } = prepareReports({ ...plain, tasks, pack: 'cn-2020' })
    const messages: string[] = []
    for await (const { name, bytes } of writePackage(set, [format])) {
      if (!/表格|整体绩效目标表/.test(name)) continue
      const { findings } = await auditDocument({ name, bytes })
      messages.push(...findings.flatMap(({ severity, message }) => (severity === 'info' ? [] : [`${name} ${message}`])))
    }
    assert.deepEqual(messages, [])
  })

test('监控表的偏差原因：部门的照写；项目的指标都确定能完成的不写，有一个拿不准的才写', () => {
  const [round] = monitored.monitoring
  assert.ok(round)
  const inDoubt = round.values.map((each) => (each.indicator === 'p1-1' ? { ...each, possibility: '有可能' } : each))
  const written = (ledger: Ledger, id: RegExp) => rowsOf(named(ledger, id)).join('\n').includes('热线工单量大')
  const doubted: Ledger = { ...monitored, monitoring: [{ ...round, values: inDoubt }] }
  assert.deepEqual(
    [
      written(monitored, /整体监控表/),
      written(monitored, /项目监控表-改善民生/),
      written(doubted, /项目监控表-改善民生/),
    ],
    [true, false, true],
  )
})
