import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'

const parts = '其中基本支出604.32万元、项目支出398.17万元。'
const cases: [name: string, text: string, expected: string[]][] = [
  ['相符的不报', `全年支出1002.49万元，${parts}`, []],
  ['差一处笔误是错误', `全年支出1002.94万元，${parts}`, ['error sum.parts-of-whole']],
  ['差得很少是错误', `全年支出1010.87万元，${parts}`, ['error sum.parts-of-whole']],
  ['基本支出、项目支出就是全部支出，差百分之四仍是错误', `全年支出1046.87万元，${parts}`, ['error sum.parts-of-whole']],
  [
    '是不是全部没有规定，差百分之四，又不像笔误，是提醒',
    '全年支出1046.87万元，其中校舍维修604.32万元、设备购置398.17万元。',
    ['warning sum.parts-of-whole'],
  ],
  [
    '差额正是文中另一个数，可能有一处多含了它，是提醒',
    `全年支出1046.87万元，${parts}\n年末结转44.38万元。`,
    ['warning sum.parts-of-whole'],
  ],
  ['差得多又不像笔误是提醒', `全年支出1351.06万元，${parts}`, ['warning sum.parts-of-whole']],
  [
    '元写成万元，原因明白，是错误',
    '全年收入1286.05万元，其中年初预算969.06元，年中追加316.99万元。',
    ['error sum.parts-of-whole'],
  ],
  [
    '分项的执行率与全年的相差不像笔误，是两样东西',
    '项目2024年全年预算2240.00万元。全年实际支出2081.53万元，预算执行率92.93%。\n标识系统年底前完成制作。支出142.88万元，执行率95.89%。',
    [],
  ],
  [
    '附近另有两个数正好得出这个比率，所指不定，是提醒',
    '受理诉求412件，办结398件，办结率96.06%；受理建议127件，答复122件。',
    ['warning rate.of-two-counts'],
  ],
  [
    '所写的比率正是另外那部分的，是提醒',
    '受理诉求412件，已办结103件，办结率75.00%，其余按期推进。',
    ['warning rate.of-two-counts'],
  ],
  ['率差一处笔误是错误', '收集问题88个，已解决85个，解决率69.59%。', ['error rate.of-two-counts']],
  [
    '率只有一两位数，改一位可以是许多别的率，是提醒',
    '抽查小区8个，达标6个，达标率95%。',
    ['warning rate.of-two-counts'],
  ],
  [
    '率相差不到三个百分点，又不像笔误，可能是别的数的，是提醒',
    '收集问题412件，已解决398件，解决率95.27%。',
    ['warning rate.of-two-counts'],
  ],
  ['除数错一位正好得出这个率，是错误', '收集问题1386个，已解决1284个，解决率93.31%。', ['error rate.of-two-counts']],
  [
    '差额正好是其中一项，也可能是多算了它，是提醒',
    '全年支出604.32万元，其中人员经费398.17万元、公用经费206.15万元、项目支出145.20万元。',
    ['warning sum.parts-of-whole'],
  ],
  [
    '几件小数目差一位，可能只列了一部分，是提醒',
    '抽检不合格的31份，其中初检不合格9份、复检不合格14份、整改中4份。',
    ['warning sum.parts-of-whole'],
  ],
]
for (const [name, text, expected] of cases)
  test(`说错误还是提醒：${name}`, async () => assert.deepEqual(await findingsOf(text), expected))

test('数字各有别的算式证实，两处不是同一个数，不提醒', async () => {
  const text =
    '全州接种狂犬疫苗应免99.53万头，其中甲县46.20万头、乙县53.33万头。\n' +
    '当年受理案件7426件，审结7238件，年末未结188件；上年结转186件。'
  assert.deepEqual(await findingsOf(text), [])
})

const rows = ['良种补贴\t240.00\t228.36\t95.15%', '农机购置\t185.50\t180.24\t97.16%', '病虫防控\t96.40\t64.28\t71.58%']
const tables: [name: string, rows: string[], expected: string[]][] = [
  ['只有两行这样算，差得不像笔误，是提醒', rows, ['warning table.rate']],
  ['别的三行都这样算，是错误', [...rows, '技术培训\t55.00\t53.90\t98.00%'], ['error table.rate']],
]
for (const [name, body, expected] of tables)
  test(`表中一行的执行率与预算、支出不符：${name}`, async () => {
    const table = ['项目\t预算数（万元）\t支出数（万元）\t执行率', ...body]
    assert.deepEqual(await findingsOf(table.map((row) => row.replace(/^|\t/g, '\n\t')).join('\n')), expected)
  })

const scores = ['6', '6', '8', '5.90', '5.50', '7', '10', '10', '10', '9.84']
const form = (total: string) =>
  [
    ['二级指标', '三级指标', '年初目标值', '实际完成值', '分值', '得分', '偏差原因'],
    ...scores.map((score, at) => ['数量指标', `第${at + 1}类活动场次`, '≥5场', '5场', '10', score, '当地没有场地']),
    ['总分', '100', total],
  ]
    .map((row) => row.map((cell) => `\n\t${cell}`).join(''))
    .join('\n')
test('自评表的总分与各行之和差得不像笔误，是提醒：分数不会是负数，也没有多余的小数', async () =>
  assert.deepEqual(await findingsOf(`绩效自评表\n${form('100')}`), ['warning I55']))
test('总分行合并了格子，存成文本后分值、得分错后一列，仍按次序取', async () =>
  assert.deepEqual(await findingsOf(`绩效自评表\n${form('78.24')}`), []))
