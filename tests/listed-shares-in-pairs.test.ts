import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** Shares listed one by one, each of the amount in its place or of its name. */
const pairs: readonly Pair[] = [
  [
    '分担比例依次，数字对调',
    '2023年预算安排膳食补助资金1872.50万元，其中中央资金1100.00万元、省级资金412.50万元、县级资金360.00万元，三级分担比例分别为58.74%、22.03%、19.23%。',
    ['22.03', '20.23'],
    'warning rate.share',
  ],
  [
    '没有小数的四级分担比例',
    '项目总预算1754.40万元。中央补助877.20万元、省级补助438.60万元、市级补助175.44万元、县级配套263.16万元，中央、省、市、县分担比例依次为50%、25%、10%、15%。',
    ['、25%', '、20%'],
    'warning rate.share',
  ],
  [
    '上一句列数，这一句列占比',
    '年末享受服务老人20390人，其中：散居特困及低保老人1364人、重点优抚老人872人、80至89周岁老人15208人、90周岁以上老人2946人。四类占比依次为6.7%、4.3%、74.6%、14.4%。',
    ['14.4', '19.4'],
    'warning rate.share',
  ],
  [
    '只有两项的，两项之和就是整体',
    '尚有213.19万元未执行，其中河湖长制项目95.19万元、饮水安全项目118.00万元，占未执行数的比重分别为44.7%和55.3%。',
    ['55.3', '53.5'],
    'warning rate.share',
  ],
  [
    '按名称找各项',
    '中央补助38642万元。省级配套12480万元，州、县两级安排7878万元，到位资金总计59000万元，中央、省级、州县占比分别为65.5%、21.2%和13.4%。',
    ['21.2', '32.3'],
    'warning rate.share',
  ],
]
testInPairs(pairs)

const lawful: readonly (readonly [name: string, text: string])[] = [
  [
    '各年各占各年的',
    '2021年至2023年部门支出分别为3200.00万元、3450.00万元、3600.00万元，项目支出占比分别为41.20%、43.50%、45.80%。',
  ],
  ['三个单位各占各的', '甲校在校生2140人、乙校1865人、丙校1520人，共5525人，寄宿生占比分别为41.2%、38.6%、52.3%。'],
]
for (const [name, text] of lawful)
  test(`${name}：不报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
