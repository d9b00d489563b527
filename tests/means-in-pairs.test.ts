import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** Means over what their noun counts, of the amount told just before. */
const pairs: readonly Pair[] = [
  [
    '人均以人次计，除了批次',
    '公务接待58批次、492人次，接待费4.16万元，人均84.55元。',
    ['84.55', '717.24'],
    'warning product.average',
  ],
  [
    '车均是运行维护费的，用了三公合计',
    '“三公”经费决算数13.47万元，比年初预算14.50万元节约1.03万元。其中：公务用车运行维护费9.36万元，年末公务用车保有量3辆，车均运行费用3.12万元；公务接待费4.11万元。',
    ['3.12', '4.49'],
    'warning product.average',
  ],
  [
    '车均以全部车辆计，漏了一类',
    '公务用车运行维护费支出238.64万元，年末保有量为80辆，其中执法执勤用车52辆、特种专业技术用车17辆、其他用车11辆，车均运行费2.98万元。',
    ['2.98', '3.46'],
    'warning product.unit-price',
  ],
  [
    '企均以完成的家数计，除了任务数',
    '完成治理企业128家，占周期任务200家的64.0%，核算削减412.6吨，企均3.22吨。',
    ['3.22', '2.06'],
    'warning product.average',
  ],
  [
    '总额另有单价，户均仍要相符',
    '补贴面积26.832万亩，每亩补贴40元，已兑付1073.28万元，涉及农户68150户，户均157.49元。',
    ['157.49', '175.49'],
    'warning product.average',
  ],
]
testInPairs(pairs)

const lawful: readonly (readonly [name: string, text: string])[] = [
  ['总额写在平均数后面', '促进就业资金12485.66万元中，灵活就业社保补贴惠及6318人、人均2400元，支出1516.32万元。'],
  ['超额的也在平均数里', '建成县级冷库12座，计划9座，超额3座，总库容8640吨，平均每座720吨。'],
  ['几类合起来的户均', '在册低保对象4126户6238人，其中城镇1082户1537人、农村3044户4701人，户均1.51人。'],
  ['按另一个数平均', '项目总投资78980.00万元，建成高标准农田61.30万亩，按批复面积计亩均投资1295元。'],
  ['只平均不合格的', '抽查服务工单1500份，合格1437份，合格率95.80%，对不合格的63份扣减服务费3.15万元，平均每份500元。'],
]
for (const [name, text] of lawful)
  test(`${name}：不报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
