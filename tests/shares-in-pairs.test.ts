import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** Shares and rates of what their words name or a list adds up to, what is changed, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '占比写明是哪一项，总数是所列各项之和',
    '全市支出7168.52万元。支出覆盖五类：公益性岗位补贴及社会保险补贴3247.68万元，灵活就业补贴1684.25万元，职业培训926.70万元，就业见习738.45万元，创业扶持571.44万元。其中公益性岗位相关支出占45.30%。',
    ['45.30', '43.50'],
    'warning rate.of-two-counts',
  ],
  [
    '列举的各项加起来是总数，占的就是它',
    '概算总投资28640.00万元，累计下达资金27200.00万元。从来源看，中央资金15232.00万元，占56.00%；自治区资金7068.00万元；市级资金4900.00万元。',
    ['56.00', '60.00'],
    'warning rate.of-two-counts',
  ],
  [
    '比率不以上年数为分母',
    '批复绩效目标862个，比2022年的784个增加78个；审核中退回修改127个，退回率为14.73%。',
    ['127', '172'],
    'warning rate.of-two-counts',
  ],
  [
    '某级资金的执行率，按这一级安排的资金',
    '项目资金由州本级使用582.50万元，转移支付县（市）397.50万元。项目支出955.25万元，执行率97.47%。其中：州本级支出571.86万元，执行率98.17%；县（市）支出383.39万元，执行率96.45%。',
    ['98.17', '99.17'],
    'warning rate.of-two-counts',
  ],
  [
    '应免、实免与免疫密度',
    '年末存栏38.20万头。强制免疫应免126.80万头，实免125.15万头，免疫密度98.70%。',
    ['98.70', '97.80'],
    'warning rate.of-two-counts',
  ],
]
testInPairs(pairs)

/** What a share is not of. */
const others: readonly (readonly [name: string, text: string])[] = [
  [
    '占预算的不是项目个数',
    '预算项目5个，预算总额912.00万元，对金额在100万元以上的3个项目开展评价，占项目预算总额的84.8%。',
  ],
  ['占全部终端的是所选的终端，不是乡镇', '评价组选取6个乡镇的20个终端实地查看，占全部终端的34.48%。'],
  ['并列的两项互不为分母', '特困人员月均供养1340人，其中分散供养1126人、集中供养214人，集中供养率15.97%。'],
]
for (const [name, text] of others) test(`不误报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
