import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** A whole that the words take into two halves, or half a year into its quarters, what is changed, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '达到目标值的和未达到的',
    '产出指标共设8项三级指标，其中6项达到目标值，2项未达到。',
    ['6项', '7项'],
    'warning sum.parts-of-whole',
  ],
  [
    '得满分的和扣分的',
    '指标体系共设三级指标13项，其中得满分的4项，扣分的9项，合计扣6.6分。',
    ['9项', '8项'],
    'warning sum.parts-of-whole',
  ],
  [
    '满分指标和失分指标',
    '自评指标共13项，其中满分指标7项，失分指标6项，合计失分4.41分。',
    ['6项', '5项'],
    'warning sum.parts-of-whole',
  ],
  ['已完工的和在建的', '27个项目中，已完工23个、在建4个。', ['在建4个', '在建5个'], 'warning sum.parts-of-whole'],
  [
    '签订了的和尚未签订的',
    '37个行政村中，24个签订了管护协议，13个尚未签订。',
    ['13个', '12个'],
    'warning sum.parts-of-whole',
  ],
  [
    '上半年是前两个季度之和',
    '从进度看，一季度支出9846.25万元，二季度支出15732.18万元，三季度支出17264.90万元，四季度支出24431.45万元；上半年累计支出25578.43万元。',
    ['25578.43', '25578.34'],
    'warning sum.parts-of-whole',
  ],
]

testInPairs(pairs)

/** Two counts that do not make the whole, as the words tell. */
const agreeing: readonly (readonly [name: string, text: string])[] = [
  ['上年的上半年不是今年两个季度之和', '一季度受理186件，二季度受理214件，上年上半年受理352件。'],
  ['还有第三类', '27个项目中，已完工21个，在建4个，未开工2个。'],
  ['未按期的在完成的里面', '计划维修渠道14条，完成12条，其中3条未按期完成。'],
  ['说的是两类东西', '抽查项目20个，完成18个；另有5个部门未报送。'],
]
for (const [name, text] of agreeing)
  test(`不是一分为二：${name}`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
