import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** What was to be, what was, and what lies between: one of the three is changed so far that no slip explains it. */
const pairs: readonly Pair[] = [
  ['申请、批复与核减', '申请资金560万元，批复下达470万元，核减90万元。', ['470', '430'], 'warning difference.amounts'],
  [
    '目标、实际与超出的百分点',
    '持证上岗率目标为75%，实际达到83.5%，超出目标值8.5个百分点。',
    ['8.5', '5.8'],
    'warning difference.points',
  ],
  [
    '不低于某数的目标',
    '每万元产值用水量目标为不高于46立方米，实际值为41.3立方米，比目标值低4.7立方米。',
    ['4.7', '7.4'],
    'warning difference.amounts',
  ],
  [
    '账面、盘点与盘亏',
    '账面登记设备236台（套），实际盘点到227台（套），盘亏9台（套）。',
    ['227', '272'],
    'warning difference.amounts',
  ],
  ['计划工期、实际与逾期', '合同工期150天，实际用时172天，逾期22天。', ['172', '112'], 'warning difference.amounts'],
  [
    '填报、核实与多报',
    '自评表填报培训940人，核实实际参训872人，多报68人。',
    ['872', '972'],
    'warning difference.amounts',
  ],
  [
    '应提取、已提取与少提取',
    '应提取基金310万元，已提取254万元，少提取56万元。',
    ['56', '86'],
    'warning difference.amounts',
  ],
  ['比方案减少', '原方案拟购置车辆60台，最终采购47台，比方案减少13台。', ['47', '49'], 'warning difference.amounts'],
  [
    '限额写在后面',
    '年末债务余额42.6亿元，债务限额为45.1亿元，低于限额2.5亿元。',
    ['2.5', '3.4'],
    'warning difference.amounts',
  ],
  [
    '预算写在差额后面',
    '就餐补贴决算67.4万元，超出预算5.9万元，预算数为61.5万元。',
    ['5.9', '9.5'],
    'warning difference.amounts',
  ],
  [
    '先写差额，括号里写两个数',
    '结余资金18.6万元（预算210.0万元，实际支出191.4万元）。',
    ['191.4', '119.4'],
    'warning difference.amounts',
  ],
  [
    '先写核减，再写送审与审定',
    '结算审计核减工程款28.5万元，送审价506.3万元，审定价477.8万元。',
    ['477.8', '577.8'],
    'warning difference.amounts',
  ],
  [
    '与目标相比、与上年相比',
    '全年服务企业520家次，与年度目标460家次相比多服务60家次，与上年481家次相比多39家次。',
    ['多服务60', '多服务39'],
    'warning difference.amounts',
  ],
  [
    '由多少缩减为多少',
    '平均办理时间由9个工作日缩减为3个工作日，压缩了6个工作日。',
    ['6', '8'],
    'warning difference.amounts',
  ],
  [
    '分号两边各有差额',
    '概算批复5360万元，施工图预算评审5148万元，评审核减212万元；控制价5120万元，中标价4870万元，比控制价下浮250万元。',
    ['212', '250'],
    'warning difference.amounts',
  ],
  [
    '数字在前，未完成在后',
    '全镇计划改造危房86户，实际改造79户，7户未完成。',
    ['79', '76'],
    'warning difference.amounts',
  ],
  [
    '整数预算，差额有小数',
    '运行维护费预算18万元，决算15.73万元，较预算减少2.27万元。',
    ['15.73', '15.37'],
    'warning difference.amounts',
  ],
  [
    '控制价在括号里',
    '中标价1386.4万元，低于招标控制价（1425万元）38.6万元。',
    ['38.6', '83.6'],
    'warning difference.amounts',
  ],
  [
    '日历天与天',
    '校舍维修合同工期120日历天，实际工期138日历天，超出合同工期18天。',
    ['138', '148'],
    'warning difference.amounts',
  ],
  [
    '浓度的单位里有斜线',
    '细颗粒物年均浓度32.8微克/立方米，较目标值35微克/立方米低2.2微克/立方米。',
    ['32.8', '38.2'],
    'warning difference.amounts',
  ],
  [
    '差额错了小数点',
    '计划推广面积5.60万亩，实际推广5.12万亩，距计划尚差0.48万亩。',
    ['0.48', '4.8'],
    'warning difference.amounts',
  ],
  [
    '应到、请假、实到',
    '轮训班举办5期，应到620人次，请假23人次，实到597人次。',
    ['620', '602'],
    'warning difference.amounts',
  ],
  ['应考、缺考、实考', '应试考生1260人，缺考84人，实考1176人。', ['84', '48'], 'warning difference.amounts'],
  [
    '应收、减免、实收',
    '应收物业费86.4万元，减免5.2万元，实收81.2万元。',
    ['81.2', '68.2'],
    'warning difference.amounts',
  ],
]

testInPairs(pairs)

/** Numbers that stand in the same order and are not what lies between. */
const silent: readonly (readonly [name: string, text: string])[] = [
  ['请假之外还有缺席', '应到60人，请假3人，缺席2人，实到55人。'],
  ['调减之后的支出', '年初预算100万元，调减20万元，实际支出75万元。'],
  ['较上年减少，上年数没有写', '全年预算320万元，支出287.6万元，较上年减少45万元。'],
  ['两笔资金合起来才是总数', '省级下达资金300万元，县级配套120万元，实际支出406万元，结余14万元。'],
  ['约数', '计划造林约1200亩，实际完成1350亩，超额160亩。'],
  ['没做完的分两样写', '计划实施项目40个，完成31个，未开工5个，未完工4个。'],
  ['历年结余', '预算安排96万元，执行88.3万元，累计结余21.5万元。'],
  ['单价与总价', '预算单价7.8万元，共支付62万元，每套节约1.2万元。'],
  ['所指的数没有写出', '实际采购298台，合同价1280万元，较预算节约40万元。'],
  ['另一类里的剩余', '应补助农户312户，已补助298户，剩余资金14.6万元。'],
  ['由其中的几个数', '计划培训900人，实际培训846人，其中脱贫户212人、一般户634人，少培训54人。'],
]

for (const [name, text] of silent)
  test(`${name}：不报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
