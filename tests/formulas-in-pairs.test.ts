import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** Formulas written out with their numbers, what is changed, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '执行率后面的括号里写着怎么算',
    '年初预算2415.70万元，调整后3018.59万元。全年预算执行率为95.47%（本年支出2881.93万元÷调整后预算数3018.59万元）。',
    ['95.47', '93.47'],
    'error rate.of-two-counts',
  ],
  [
    '人均数后面的括号里写着怎么算',
    '人均培训补贴1607.25元（培训补贴支出1086.50万元÷6760人次），低于预期上限。',
    ['1607.25', '1670.25'],
    'error product.unit-price',
  ],
  [
    '长度乘单价写在括号里',
    '管网运维费151.20万元（86.4公里×1.75万元/公里），由运维单位按季申请。',
    ['151.20', '152.10'],
    'error product.unit-price',
  ],
  [
    '几个因数连乘，等号后面是结果',
    '在岗乡村医生补助：140人×1000元×12个月＝168.00万元，年底前拨付到位。',
    ['168.00', '186.00'],
    'error product.unit-price',
  ],
  [
    '人数、天数、标准用逗号分开写在括号里',
    '脱贫劳动力培训期间生活费补贴64.50万元（860人，每人15天，每天50元）。',
    ['64.50', '43.00'],
    'warning product.unit-price',
  ],
  [
    '括号里按两种标准分开写',
    '慰问支出6.80万元（困难职工52人，每人1000元；劳模8人，每人2000元）。',
    ['6.80', '6.08'],
    'warning product.priced-groups',
  ],
  [
    '上年的比率在括号里算出来',
    '支出率97.22%，比2020年支出率（2698.14万元÷2735.60万元，即98.63%）下降1.41个百分点。',
    ['98.63', '96.83'],
    'error rate.of-two-counts',
  ],
  [
    '床日数由床位乘天数，写在括号里',
    '实际占用总床日228650天，开放总床日240900天（660张×365天），病床使用率94.91%。',
    ['240900', '255500'],
    'error product.unit-price',
  ],
]

testInPairs(pairs)

/** What looks like a formula and is none, or is more than its numbers. */
const agreeing: readonly (readonly [name: string, text: string])[] = [
  ['括号里只写了名目', '资金执行率（支出÷全年可用资金）为92.20%，结余121.44万元。'],
  ['得分按比率折算', '预算执行情况得分按执行率折算（20分×96.65%），得19.33分。'],
  ['公式里还有减数', '净补贴215.40万元（12.50万公里×20.50元－票款收入40.85万元），按季拨付。'],
]
for (const [name, text] of agreeing)
  test(`不当作公式：${name}`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
