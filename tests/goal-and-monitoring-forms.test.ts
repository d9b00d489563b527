import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writePackage } from '#operations/reports/write-package.ts'

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
        { indicator: 'd9', value: '94%', possibility: '有可能' },
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

test('监控表：执行数取到监控那天为止的支付，指标取登记的数，没有登记的空着', () => {
  const department = rowsOf(named(monitored, /整体监控表-1-7月$/))
  // 728.70 of wages and 30.00 of the project, of 969.06: 78.29%.
  for (const row of [
    '年度资金总额|969.06|758.70|78.29%|1286.05',
    '产出指标|数量指标|县政府常务会议|≥12次|7次|12次|确定能',
    '质量指标|建议提案满意率|≥100%|||',
    '偏差或不能完成目标原因分析|热线工单量大，回访不及时。',
  ])
    assert.ok(department.includes(row), `${row}\n${department.join('\n')}`)
  const project = rowsOf(named(monitored, /项目监控表-改善民生.*-1-7月$/))
  assert.ok(project.includes('年度资金总额|30.00|30.00|100.00%|30.00'), project.join('\n'))
  assert.ok(project.some((row) => row.includes('1-7月执行数')))
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
