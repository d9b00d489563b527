import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** What is left, added or risen, the amounts it lies between, what is changed, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '下发、销号与余下',
    '全年召开例会46次，下发整改通知27份，已整改销号24份，余下3份正在整改。',
    ['24', '25'],
    'warning difference.amounts',
  ],
  [
    '应种、实种与未种',
    '免疫规划疫苗应种58410剂次，实种56908剂次，未种1502剂次主要为禁忌症。',
    ['56908', '59608'],
    'warning sum.parts-of-whole',
  ],
  [
    '回收的问卷剔除无效的',
    '发放问卷860份，回收828份，剔除填写不完整的23份后，有效问卷805份。',
    ['23', '13'],
    'warning difference.amounts',
  ],
  [
    '某数中，通过的与待验收的',
    '计划建设3.20万亩，实际完成3.25万亩，超计划500亩。实际完成面积中，通过县级验收2.96万亩，尚待验收0.29万亩。',
    ['0.29', '0.39'],
    'warning difference.amounts',
  ],
  [
    '由多少提高到多少，增产多少',
    '项目区亩产由476公斤提高到532公斤，亩均增产56公斤。',
    ['476', '467'],
    'warning difference.amounts',
  ],
  [
    '年初预算、追加与全年预算，差得再多也提醒',
    '项目年初预算620.00万元，年中追加158.00万元，全年预算778.00万元。',
    ['158.00', '286.00'],
    'warning sum.remainder',
  ],
  [
    '总计减去支出是年末结转',
    '本年收入4560.00万元。加上年初结转和结余73.20万元，总计4633.20万元。\n全年支出合计4512.60万元。年末结转和结余120.60万元。',
    ['120.60', '98.20'],
    'warning difference.amounts',
  ],
  [
    '低于序时进度几个百分点',
    '累计支出1029.10万元，预算执行率54.68%，低于66.67%的序时进度11.99个百分点。预算1882.00万元。',
    ['11.99', '41.99'],
    'warning difference.points',
  ],
  [
    '两个比率相差几个百分点',
    '执行率最高的是甲县，为98.9%；最低的是乙区，为93.7%，两地相差5.2个百分点。',
    ['5.2', '6.2'],
    'warning difference.points',
  ],
  [
    '没有达到目标，差几个百分点',
    '家长满意度88.6%，未达到90%的目标值，差1.4个百分点。',
    ['1.4', '4.6'],
    'warning difference.points',
  ],
  ['编制、实有与空编，两位数错一位', '2023年末编制64人，实有58人，空编6人。', ['58', '85'], 'warning sum.remainder'],
  [
    '问题总数、已整改与正在整改',
    '全部问题共214个，整改完成197个，整改率92.06%，正在整改17个。',
    ['17', '12'],
    'warning sum.remainder',
  ],
  [
    '编制在前一句，空编在后',
    '核定编制142名，其中行政编制20名、事业编制122名。年末实有在职人员131人，其中行政19人、事业112人，空编11名。',
    ['空编11', '空编21'],
    'warning difference.amounts',
  ],
  [
    '送检、合格与不合格',
    '水质检测共送检水样260份，合格247份，不合格13份均已复检达标。',
    ['不合格13', '不合格17'],
    'warning difference.amounts',
  ],
  [
    '扣除成本后的纯收益',
    '白莲亩产值5,486元，扣除种苗、肥料、采摘成本3,124元后，纯收益2,362元。',
    ['2,362', '2,632'],
    'warning difference.amounts',
  ],
  ['比目标少几名', '护路员实聘452名，比目标470名少18名，部分偏远村招聘难。', ['18', '28'], 'error difference.amounts'],
  [
    '由多少家增加到多少家，净增几家',
    '就业见习基地由年初的118家增加到年末的135家，净增17家。',
    ['17', '16'],
    'warning difference.amounts',
  ],
]
testInPairs(pairs)

/** What lies between other amounts than those beside it. */
const others: readonly (readonly [name: string, text: string])[] = [
  ['空编只说行政编制的', '核定编制142名，其中行政编制20名。年末实有在职人员131人，其中行政19人，行政空编1名。'],
  ['不合格的是另一批', '送检水样260份，合格260份；抽检管网末梢30处，其中不合格2处。'],
  ['净增里有别的来源', '基地由年初的118家增加到年末的135家，其中新认定20家、退出3家。'],
  ['有增有减，追加的不是两个预算之差', '年初预算620.00万元，年中追加158.00万元，核减30.00万元，全年预算748.00万元。'],
]
for (const [name, text] of others) test(`不误报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
