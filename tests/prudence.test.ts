import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'

const parts = '其中基本支出604.32万元、项目支出398.17万元。'
const cases: [name: string, text: string, expected: string[]][] = [
  ['相符的不报', `全年支出1002.49万元，${parts}`, []],
  ['差一处笔误是错误', `全年支出1002.94万元，${parts}`, ['error sum.parts-of-whole']],
  ['差得不多是错误', `全年支出1046.87万元，${parts}`, ['error sum.parts-of-whole']],
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
  ['率差一处笔误是错误', '收集问题88个，已解决85个，解决率69.59%。', ['error rate.of-two-counts']],
]
for (const [name, text, expected] of cases)
  test(`说错误还是提醒：${name}`, async () => assert.deepEqual(await findingsOf(text), expected))

test('数字各有别的算式证实，两处不是同一个数，不提醒', async () => {
  const text =
    '全州接种狂犬疫苗应免99.53万头，其中甲县46.20万头、乙县53.33万头。\n' +
    '当年受理案件7426件，审结7238件，年末未结188件；上年结转186件。'
  assert.deepEqual(await findingsOf(text), [])
})
