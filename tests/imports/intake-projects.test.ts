import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { draftLedger } from '#operations/intake/draft-ledger.ts'

type Row = readonly string[]

/** 「预算>>」 spans three columns. */
function cellOf(text: string): string {
  const words = text.replace(/>+$/, '')
  return `<td colspan="${text.length - words.length + 1}">${words}</td>`
}

/** Lines as paragraphs, rows as a table; 「# 」 heads a report. */
async function draftOf(...blocks: readonly (string | readonly Row[])[]) {
  const html = blocks
    .map((block) => {
      if (typeof block === 'string') return block.startsWith('# ') ? `<h1>${block.slice(2)}</h1>` : `<p>${block}</p>`
      const rows = block.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`)
      return `<table>${rows.join('')}</table>`
    })
    .join('\n')
  const bytes = new TextEncoder().encode(`<html><body>${html}</body></html>`)
  const draft = draftLedger(await auditDocument({ name: '报告.html', bytes }), '430922')
  assert.ok(draft)
  const { ledger, figures } = draft
  const wan = (amount: { div: (by: number) => { toFixed: (places: number) => string } }) =>
    amount.div(10_000).toFixed(2)
  const nameOf = (id = '') => ledger.projects.find((each) => each.id === id)?.name ?? id
  return {
    ledger,
    projects: ledger.projects.map(({ name, evaluated }) => (evaluated ? `${name}（自评）` : name)),
    said: figures.map(({ what, shown, confidence, places }) => `${confidence} ${what} ${shown} ${places.join('；')}`),
    lines: ledger.budgetLines.map((line) => `${line.kind} ${nameOf(line.project)} ${wan(line.amount)}`),
    paid: ledger.payments.map(({ project, amount }) => `${nameOf(project)} ${wan(amount)}`),
    scopes: ledger.indicators.map(
      ({ scope, name }) => `${scope === 'department' ? '部门' : nameOf(scope.project)} ${name}`,
    ),
    asked: ledger.openQuestions.map(({ id }) => id),
  }
}

const whole = '# 清河县农业农村局2023年度部门整体支出绩效自评报告'
const spent = '2023年度支出合计1240.20万元，其中基本支出660.20万元，项目支出580.00万元。'
const form = (name: string, [original, final, actual]: readonly [string, string, string], indicator: string): Row[] => [
  ['项目名称', name, '', ''],
  ['主管部门', '清河县农业农村局', '实施单位', '清河县农业农村局'],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', original, final, actual, '10', '100.00%', '10'],
  ['', '其中：当年财政拨款', original, final, actual, '—', '—', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', indicator, '≥1000批次', '1200批次', '90', '90', ''],
  ['总分', '', '', '', '', '100', '100', ''],
]

test('整体报告里的项目表：年初、全年、执行各登到项目名下，可信，写明在表的哪一格', async () => {
  const draft = await draftOf(whole, spent, '项目支出情况如下表：', [
    ['序号', '项目名称', '年初预算数（万元）', '全年预算数（万元）', '全年执行数（万元）', '执行率'],
    ['1', '高标准农田建设', '200.00', '220.00', '210.00', '95.45%'],
    ['2', '农产品质量检测', '60.00', '60.00', '58.00', '96.67%'],
    ['', '合计', '260.00', '280.00', '268.00', '95.71%'],
  ])
  assert.deepEqual(draft.projects, ['高标准农田建设', '农产品质量检测', '其他项目'])
  assert.deepEqual(draft.lines, [
    'original 高标准农田建设 200.00',
    'original 农产品质量检测 60.00',
    'supplement 高标准农田建设 20.00',
  ])
  assert.ok(draft.paid.includes('农产品质量检测 58.00') && draft.paid.includes('其他项目 312.00'), draft.paid.join())
  assert.ok(
    draft.said.includes(
      'certain 高标准农田建设 全年预算 220.00万元 《清河县农业农村局2023年度部门整体支出绩效自评报告》表1第2行第4格',
    ),
    draft.said.join('\n'),
  )
})

test('项目自评表写了年初、全年预算的，不再另报一遍安排资金；只有一个数的，报一次', async () => {
  const moneySaid = async (title: string, rows: readonly Row[]) =>
    (await draftOf(title, rows)).said.flatMap((line) => {
      const [, what, amount] = /^\S+ 高标准农田 (\S+) (\S+万元)/.exec(line) ?? []
      return what && what !== '汇总' ? [`${what}${amount}`] : []
    })
  const title = '# 2023年度高标准农田项目支出绩效自评表'
  assert.deepEqual(await moneySaid(title, form('高标准农田', ['200.00', '220.00', '210.00'], '检测')), [
    '年初预算200.00万元',
    '全年预算220.00万元',
    '实际支出210.00万元',
  ])
  assert.deepEqual(await moneySaid(title, form('高标准农田', ['—', '220.00', '210.00'], '检测')), [
    '全年预算220.00万元',
    '实际支出210.00万元',
  ])
})

test('项目表的表头分两行：合计是各项目的，不当作部门的年初预算', async () => {
  const draft = await draftOf(whole, spent, '项目支出情况见下表（单位：万元）：', [
    ['序号', '项目名称', '预算>', '实际支出', '执行率'],
    ['', '', '年初预算', '调整后预算', '', ''],
    ['1', '高标准农田建设', '200.00', '220.00', '210.00', '95.45%'],
    ['2', '农产品质量检测', '60.00', '60.00', '58.00', '96.67%'],
    ['', '合计', '260.00', '280.00', '268.00', '95.71%'],
  ])
  assert.ok(draft.lines.includes('supplement 高标准农田建设 20.00'), draft.lines.join())
  assert.ok(draft.asked.includes('budget-original'), draft.said.join('\n'))
  assert.ok(!draft.said.some((line) => line.includes('260.00')), draft.said.join('\n'))
})

test('只有预算和支出两栏的项目表：按年初批复登记，大致，问一句', async () => {
  const draft = await draftOf(whole, spent, '各项目资金使用情况（单位：万元）：', [
    ['项目', '预算安排', '实际支出', '结余'],
    ['高标准农田建设', '220.00', '210.00', '10.00'],
    ['农产品质量检测', '60.00', '58.00', '2.00'],
  ])
  assert.deepEqual(draft.lines, ['original 高标准农田建设 220.00', 'original 农产品质量检测 60.00'])
  assert.ok(draft.said.some((line) => line.startsWith('likely 高标准农田建设 全年预算 220.00万元')))
  assert.ok(draft.asked.includes('projects-original'))
})

test('合计不等于各行之和的项目表：收下，只算大致', async () => {
  const draft = await draftOf(whole, spent, '项目支出情况如下表（单位：万元）：', [
    ['项目名称', '全年预算数', '全年执行数'],
    ['高标准农田建设', '220.00', '210.00'],
    ['农产品质量检测', '60.00', '58.00'],
    ['合计', '290.00', '268.00'],
  ])
  assert.ok(
    draft.said.some((line) => line.startsWith('likely 高标准农田建设 全年预算')),
    draft.said.join('\n'),
  )
})

for (const [what, before, rows] of [
  [
    '「项目」是科目名称的表',
    '支出决算情况（单位：万元）：',
    [
      ['项目', '预算数', '决算数'],
      ['一般公共服务支出', '220.00', '210.00'],
      ['农林水支出', '60.00', '58.00'],
    ],
  ],
  [
    '列三公经费的表',
    '各项目支出情况（单位：万元）：',
    [
      ['项目', '预算数', '决算数'],
      ['公务接待费', '22.00', '21.00'],
      ['公务用车运行维护费', '6.00', '5.80'],
    ],
  ],
  [
    '没有支出一栏的项目表',
    '2023年安排的项目（单位：万元）：',
    [
      ['项目名称', '预算数', '备注'],
      ['高标准农田建设', '220.00', '续建'],
    ],
  ],
] as const)
  test(`${what}：不当作项目收`, async () => {
    const draft = await draftOf(whole, spent, before, rows)
    assert.deepEqual(draft.projects, ['其他项目'])
  })

test('整体报告里一张接一张的项目自评表：钱和指标归各自的项目，不归部门', async () => {
  const draft = await draftOf(
    whole,
    spent,
    '附表：项目支出绩效自评表',
    form('农产品质量检测', ['60.00', '60.00', '60.00'], '检测样品'),
    form('动物疫病防控', ['150.00', '160.00', '160.00'], '免疫畜禽'),
  )
  assert.deepEqual(draft.projects, ['农产品质量检测（自评）', '动物疫病防控（自评）', '其他项目'])
  assert.deepEqual(draft.scopes, ['农产品质量检测 检测样品', '动物疫病防控 免疫畜禽'])
  assert.ok(draft.lines.includes('supplement 动物疫病防控 10.00'), draft.lines.join())
  assert.ok(draft.paid.includes('农产品质量检测 60.00'), draft.paid.join())
})

test('一份文件只有一个项目：报告、自评表写的钱都是它的，项目名称以表上写的为准', async () => {
  const draft = await draftOf(
    '# 2023年度动物防疫项目支出绩效自评报告',
    '2023年安排财政资金160.00万元，实际支出160.00万元，预算执行率100%。',
    '# 2023年度动物防疫项目支出绩效自评表',
    form('全县动物防疫项目', ['150.00', '160.00', '160.00'], '免疫畜禽'),
  )
  assert.deepEqual(draft.projects, ['全县动物防疫项目（自评）'])
  assert.deepEqual(draft.lines, ['original 全县动物防疫项目 150.00', 'supplement 全县动物防疫项目 10.00'])
  assert.deepEqual(draft.paid, ['全县动物防疫项目 160.00'])
  assert.deepEqual(draft.scopes, ['全县动物防疫项目 免疫畜禽'])
})
