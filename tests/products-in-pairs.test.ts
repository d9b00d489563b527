import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** Prices, means and amounts told twice that agree, what is changed, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '人均数紧跟总额和人数，差得再多也提醒',
    '公务接待费7.35万元，全年接待102批次、875人次，人均84.00元；会议费3.20万元。',
    ['84.00', '96.00'],
    'warning product.unit-price',
  ],
  [
    '单车费用',
    '公务用车运行维护费9.60万元，年末保有量4辆，单车运行费2.40万元；公务接待费1.12万元。',
    ['2.40', '3.00'],
    'warning product.unit-price',
  ],
  [
    '单价、数量在前，应付数在后',
    '清理河道淤泥128.60万立方米，涉及河道6条；综合单价每立方米21.50元，清淤支出2764.90万元。',
    ['2764.90', '2694.90'],
    'warning product.unit-price',
  ],
  [
    '标准写在括号里，金额的小数点错了一位',
    '减免基本殡葬服务费1830例，资金219.60万元（每例1200元）。',
    ['219.60', '2196.0'],
    'warning product.unit-price',
  ],
  [
    '发放几个月写明了，就不按一个月算',
    '选聘护林员1150名，按每人每月900元发放12个月，管护补助共1242.00万元。',
    ['1242.00', '103.50'],
    'warning product.unit-price',
  ],
  [
    '按在职人数计算的人均数，总额在前一句',
    '年末在职人员88人。日常公用经费132.00万元，占基本支出的12.40%。日常公用经费按年末在职人数计算，人均1.50万元。',
    ['1.50', '1.90'],
    'warning product.unit-price',
  ],
  [
    '几种数量中，名称相同的那一种才是单价的数量',
    '全年处置垃圾38.20万吨，其中焚烧发电31.50万吨、填埋6.70万吨。焚烧处置费每吨92元，计2898.00万元。',
    ['2898.00', '2989.00'],
    'warning product.unit-price',
  ],
  ['元折合万元', '全年支出5382190.50元，折合538.22万元。', ['538.22', '583.22'], 'error fact.restated'],
  ['括号里换算成亿元', '项目总投资45260.00万元（4.53亿元）。', ['4.53', '5.43'], 'error fact.restated'],
]
testInPairs(pairs)

/** What looks like a product, or like an amount told again, and is none. */
const others: readonly (readonly [name: string, text: string])[] = [
  ['分两档，总额是两档之和', '认定奖补910.00万元，即首次认定48家，每家10万元；重新认定86家，每家5万元。'],
  ['每米的单价不与公里数直接相乘', '铺设管道8.5公里，综合单价为每米1,800元，合计造价1530.00万元。'],
  ['每人的价值不是折合的总额', '走访儿童1240名，每名发放价值200元的用品，折合24.80万元。'],
  ['每学期的标准，一年发两个学期', '资助学生1016人，每人每学期1500元，全年2个学期，支出304.80万元。'],
  ['括号里是另一个数', '全年支出5382190.50元（上年498.22万元）。'],
  ['总额只按比例分担', '领取养老金28465人，按每人每月210元测算，应发约0.72亿元，本级按分担比例列支1842.00万元。'],
]
for (const [name, text] of others) test(`不误报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
