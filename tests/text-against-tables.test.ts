import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (...rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => row(...cells)).join('')}</table>`
const towns = table(
  ['镇（街道）', '服务人数（人）', '满意（人）'],
  ['城东街道', '411', '402'],
  ['城西街道', '386', '371'],
  ['河口镇', '524', '509'],
  ['东陇镇', '297', '288'],
  ['全区', '1618', '1570'],
)
const scores = table(
  ['一级指标', '二级指标', '分值', '得分'],
  ['决策', '立项依据', '10', '9.5'],
  ['决策', '绩效目标', '10', '8'],
  ['过程', '资金管理', '15', '15'],
  ['过程', '组织实施', '15', '14'],
  ['产出', '产出数量', '30', '28.5'],
  ['效益', '社会效益', '20', '19'],
  ['合计', '', '100', '94'],
)
const projects = table(
  ['序号', '项目名称', '预算数（万元）', '支出数（万元）'],
  ['1', '道路养护', '120.00', '118.00'],
  ['2', '路灯改造', '86.50', '80.00'],
  ['3', '公厕管护', '42.00', '42.00'],
  ['合计', '', '248.50', '240.00'],
)
const funds = table(
  ['项目', '年初预算（万元）', '全年预算（万元）', '全年支出（万元）', '执行率'],
  ['基本支出', '1860.20', '1905.60', '1899.35', '99.67%'],
  ['项目支出', '2450.45', '2957.15', '2780.49', '94.03%'],
  ['合计', '4310.65', '4862.75', '4679.84', '96.24%'],
)

/** What a text says beside a table, and what is told of it; '' for nothing. */
const cases: readonly (readonly [what: string, text: string, table: string, rule: string, said: string])[] = [
  ['镇街个数与表一致', '服务覆盖全区4个镇（街道），由三家机构承接。', towns, 'I76', ''],
  [
    '镇街个数多一个',
    '服务覆盖全区5个镇（街道），由三家机构承接。',
    towns,
    'I76',
    '写明5个，表中“镇（街道）”一栏列出4个',
  ],
  ['只说其中几个的不比', '其中2个镇（街道）满意率低于全区平均。', towns, 'I76', ''],
  ['抽查几个的不比', '评价组实地抽查了3个镇（街道）。', towns, 'I76', ''],
  ['指标个数与评分表一致', '评价指标体系设4个一级指标、6个二级指标，满分100分。', scores, 'I76', ''],
  [
    '二级指标少一个',
    '评价指标体系设4个一级指标、5个二级指标，满分100分。',
    scores,
    'I76',
    '写明5个，表中“二级指标”一栏列出6个',
  ],
  ['个数写在指标后面', '评价指标体系设二级指标7个，满分100分。', scores, 'I76', '写明7个，表中“二级指标”一栏列出6个'],
  ['差得多的说的是别的指标', '全县各部门共设置三级指标85个、二级指标24个。', scores, 'I76', ''],
  ['扣分的指标是其中一部分', '扣分的二级指标5个，原因见表。', scores, 'I76', ''],
  ['项目个数写在后面', '2023年共实施项目3个，全年预算248.50万元。', projects, 'I76', ''],
  [
    '项目个数写在后面，少一个',
    '2023年共实施项目2个，全年预算248.50万元。',
    projects,
    'I76',
    '写明2个，表中“项目名称”一栏列出3个',
  ],
  ['完成的项目不是全部', '完成项目2个，全年预算248.50万元。', projects, 'I76', ''],
  ['执行率与表中同一支出的一致', '全年实际支出4679.84万元，预算执行率96.24%。', funds, 'I71.rate', ''],
  [
    '执行率用了年初预算作分母',
    '全年实际支出4679.84万元，预算执行率108.56%。',
    funds,
    'I71.rate',
    '正文写4679.84万元的预算执行率108.56%，表中同一金额按4862.75计算是96.24%',
  ],
  [
    '执行率抄了项目支出的',
    '全年实际支出4679.84万元，预算执行率94.03%。',
    funds,
    'I71.rate',
    '表中同一金额按4862.75计算是96.24%',
  ],
  ['写明是年初预算的不比', '全年实际支出4679.84万元，为年初预算的108.56%。', funds, 'I71.rate', ''],
  [
    '总体执行率不是其中项目支出的',
    '全年支出4679.84万元，其中基本支出1899.35万元、项目支出2780.49万元，总体预算执行率96.24%。',
    funds,
    'I71.rate',
    '',
  ],
]

for (const [what, text, beside, rule, said] of cases)
  test(`正文与表：${what}`, async () => {
    const source = `<h1>某区2023年度部门整体支出绩效自评报告</h1><p>${text}</p>${beside}`
    const { findings } = await auditDocument({ name: '报告.html', bytes: Buffer.from(source) })
    const told = findings.filter((finding) => finding.rule === rule && finding.severity !== 'info')
    if (said === '')
      assert.deepEqual(
        told.map(({ message }) => message),
        [],
      )
    else
      assert.ok(
        told.some(({ message }) => message.includes(said)),
        told.map(({ message }) => message).join('\n'),
      )
  })

test('「两项即……的全部」没有列出名称，不拿来数', async () => {
  const source =
    '<h1>某县2022年度产业发展资金绩效自评报告</h1><p>品种改良补助620.00万元，冷库补助227.40万元，两项即柑橘产业支出的全部。</p>'
  const { findings } = await auditDocument({ name: '报告.html', bytes: Buffer.from(source) })
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'I76').map(({ message }) => message),
    [],
  )
})
