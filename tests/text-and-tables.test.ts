import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Errors and warnings of a report whose tables are typed with TABs between the cells, as 「级别 规则」. */
async function findingsOf(lines: readonly string[]): Promise<string[]> {
  const text = ['2023年度部门整体支出绩效评价报告', ...lines].join('\n')
  const audit = await auditDocument({ name: '报告.txt', bytes: new TextEncoder().encode(text) })
  return audit.findings
    .flatMap((finding) => [finding, ...(finding.consequences ?? [])])
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}`)
}

const summary = [
  '序号\t项目名称\t全年预算数\t全年执行数\t执行率',
  '1\t农村公路养护\t249.43\t249.43\t100%',
  '2\t职业技能培训\t101.41\t98.05\t96.69%',
  '3\t水库维修养护\t258.35\t252.64\t97.79%',
  '合计\t\t609.19\t600.12\t98.51%',
]
const scores = [
  '评价内容\t分值\t得分',
  '预算执行情况\t20\t19.94',
  '绩效目标实现情况\t60\t58.63',
  '预算管理情况\t20\t18.85',
  '合计\t100\t97.42',
]
const changes = [
  '单位：万元',
  '项目\t上年决算数\t本年预算数\t本年决算数\t同比增减额',
  '公务接待费\t13.20\t20.90\t6.20\t-7.00',
  '公务用车购置及运行维护费\t9.50\t20.80\t8.90\t-0.60',
  '合计\t22.70\t41.70\t15.10\t-7.60',
]
const costs = [
  '单位：万元',
  '项目\t金额',
  '核定运营成本\t2630.40',
  '票款收入\t468.72',
  '广告收入\t33.46',
  '上级运营补助\t126.00',
  '应补贴金额\t2002.22',
]
const spoken = (money: string) => [
  `纳入自评的项目共3个，涉及预算资金${money}，实际支出600.12万元。`,
  '金额单位：万元',
  ...summary,
]
const signed = (count: string) => [
  '全年对困难家庭给予临时救助，共3194人。',
  '指标\t目标值\t实际值\t分值\t得分',
  `救助困难对象\t应救尽救\t${count}人\t10\t10.00`,
  '债券资金合规\t无挪用\t未发现\t8\t8.00',
]
const told = (score: string) => [
  `评价采用百分制。预算执行情况分值20分，得分19.94分；绩效目标实现情况分值60分，得分${score}分；预算管理情况分值20分，得分18.85分。`,
  ...scores,
]

/** A head over two rows whose merged cells came out blank. */
const splitHead = (current: string, cars: string) => [
  '表2：重点项目当年及累计支出情况表（单位：万元）',
  '序号\t项目名称\t当年\t\t\t累计\t\t',
  '\t\t预算数\t支出数\t执行率\t预算数\t支出数\t执行率',
  `1\t农村公路养护\t249.43\t${current}\t100%\t398.86\t398.86\t100%`,
  '2\t职业技能培训\t101.41\t98.05\t96.69%\t198.46\t195.10\t98.31%',
  '3\t水库维修养护\t258.35\t252.64\t97.79%\t511.40\t505.69\t98.88%',
  '合计\t\t609.19\t600.12\t98.51%\t1108.72\t1099.65\t99.18%',
  '“三公”经费支出决算表（单位：万元）',
  '项目\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费',
  '\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t',
  '预算数\t41.70\t0.00\t20.80\t12.00\t8.80\t20.90',
  `决算数\t15.10\t0.00\t8.90\t0.00\t${cars}\t6.20`,
]

/** What was built, told before the table that lists it. */
const built = (houses: string, walls: string) => [
  `改造小区3个，惠及居民${houses}户；新建护岸（堤）${walls}公里，详见下表。`,
  '小区\t户数（户）\t护岸长度（公里）',
  '机械厂\t486\t8.40',
  '桥西新村\t864\t5.20',
  '供销大院\t690\t7.60',
  '合计\t2040\t21.20',
]

const cases: [name: string, lines: readonly string[], expected: string | undefined][] = [
  ['正文的户数、公里数就是合计', built('2040', '21.20'), undefined],
  ['正文的户数与合计差一处笔误', built('2400', '21.20'), 'warning I71.total'],
  ['正文的公里数与合计差一处笔误', built('2040', '24.20'), 'warning I71.total'],
  ['正文的总额就是合计', spoken('609.19万元'), undefined],
  ['正文的总额与合计差一处笔误', spoken('690.19万元'), 'warning I71.total'],
  ['正文的总额单位写成元', spoken('609.19元'), 'warning I71.total'],
  ['正文的金额说的是别的事', spoken('412.30万元'), undefined],
  ['正文逐项列出的得分与表一致', told('58.63'), undefined],
  [
    '正文先写公式再列各项，公式里的名称不是各项的名称',
    [
      '补贴=核定运营成本-票款收入-广告收入-上级运营补助。核定运营成本2630.40万元，扣除票款收入468.72万元、广告收入33.46万元、上级运营补助126.00万元后，应补贴金额2002.22万元。',
      ...costs,
    ],
    undefined,
  ],
  ['表里的数就是正文的数', signed('3194'), undefined],
  ['表里的数与正文只是两位颠倒', signed('3149'), 'warning fact.retold'],
  ['正文有一项得分与表不一致', told('85.63'), 'warning I71.rows'],
  ['两行表头的合并格成了空格，仍分得清当年与累计、小计与合计', splitHead('249.43', '8.90'), undefined],
  ['两行表头下的执行数与执行率、合计不符', splitHead('294.43', '8.90'), 'error table.rate'],
  ['两行表头下的小计与明细不符', splitHead('249.43', '9.80'), 'error I43'],
  ['增减额隔着预算数取上年与本年', changes, undefined],
  [
    '增减额与上年、本年之差不符',
    changes.map((line) => line.replace('13.20\t20.90\t6.20', '13.20\t20.90\t6.30')),
    'error table.change',
  ],
]
for (const [name, lines, expected] of cases)
  test(`正文与表：${name}`, async () => {
    const found = await findingsOf(lines)
    if (expected === undefined) assert.deepEqual(found, [])
    else assert.ok(found.includes(expected), `实际为：${found.join('、') || '无'}`)
  })

test('一份文件里两个项目各有自评表：各项目的资金互不比较', async () => {
  const form = (name: string, full: string, spent: string, rate: string, score: string) => [
    '项目支出绩效自评表',
    `项目名称\t${name}\t\t\t\t\t`,
    '项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
    `\t年度资金总额\t${full}\t${full}\t${spent}\t10\t${rate}\t${score}`,
    `\t其中：当年财政拨款\t${full}\t${full}\t${spent}\t—\t—\t—`,
    '\t其他资金\t0.00\t0.00\t0.00\t—\t—\t—',
    '',
  ]
  const found = await findingsOf([
    ...form('农村公路养护', '249.43', '249.43', '100%', '10'),
    ...form('职业技能培训', '101.41', '98.05', '96.69%', '9.67'),
  ])
  assert.deepEqual(
    found.filter((each) => each.endsWith('fact.repeated')),
    [],
  )
})

/** A report that tells what was done, and the form behind it. */
const formAfter = (said: string, cases: string, rate: string) => [
  said,
  '项目支出绩效自评表',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
  `产出指标（50分）\t数量指标\t办理援助案件数\t≥420件\t${cases}\t30\t30`,
  `\t质量指标\t案件归档及时率\t≥95%\t${rate}\t20\t20`,
]
const aided = '全年共办理法律援助案件463件，年内应归档案件428件，及时归档412件，归档及时率96.26%。'

test('自评表的实际完成值与正文只差一处笔误时提醒，正文另有所指时不说', async () => {
  assert.deepEqual(await findingsOf(formAfter(aided, '463件', '96.26%')), [])
  assert.ok((await findingsOf(formAfter(aided, '436件', '96.26%'))).includes('warning I71.cells'))
  assert.ok((await findingsOf(formAfter(aided, '463件', '92.66%'))).includes('warning I71.cells'))
  const other = '上年办理法律援助案件463件。受理信访事项463件，年内归档412件。'
  assert.ok(!(await findingsOf(formAfter(other, '436件', '96.26%'))).includes('warning I71.cells'))
})

test('正文写的总得分与评分表的总分只差一处笔误时提醒，另一次评分不说', async () => {
  const reported = async (said: string) =>
    (await findingsOf([said, ...scores])).filter((each) => each.endsWith('I71.score'))
  assert.deepEqual(await reported('经评定，该项目支出绩效自评得分97.42分，等级为优。'), [])
  assert.deepEqual(await reported('经评定，该项目支出绩效自评得分79.42分，等级为优。'), ['warning I71.score'])
  assert.deepEqual(await reported('该项目2022年评价得分94.27分，等级为优。'), [])
  assert.deepEqual(await reported('财政部门复核得分91.05分，等级为优。'), [])
})

test('车均运行维护费乘保有量与表中的公务用车运行维护费不符时提醒', async () => {
  const reported = async (said: string) =>
    (await findingsOf([said, ...running])).filter((each) => each.endsWith('I50.mean'))
  assert.deepEqual(await reported('年末公务用车保有量9辆，车均运行维护费3.16万元。'), [])
  assert.deepEqual(await reported('年末公务用车保有量6辆，车均运行维护费3.16万元。'), ['warning I50.mean'])
  assert.deepEqual(await reported('年末公务用车保有量6辆，当年车辆支出18.96万元，车均3.16万元。'), [])
})
const running = [
  '金额单位：万元',
  '项目\t预算数\t决算数',
  '公务接待费\t8.00\t7.17',
  '公务用车运行维护费\t31.80\t28.44',
  '合计\t39.80\t35.61',
]
