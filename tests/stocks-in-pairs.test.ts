import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** What there was, what came and went, and what is left: one of them is changed. */
const pairs: readonly Pair[] = [
  [
    '原有、注销、新增与现有',
    '村级电站原有56座，因企业注销拆除4座，扩建新增7座，目前正常运行59座。',
    ['59', '65'],
    'warning sum.remainder',
  ],
  [
    '共有、撤并、新建与仍运营',
    '全县共有村卫生室186所，2023年撤并12所、新建5所，年末仍在运营179所。',
    ['186', '168'],
    'warning sum.remainder',
  ],
  [
    '储备项目的取消与新增',
    '年初储备项目42个，年中因政策调整取消6个，新增9个，年末实施项目45个。',
    ['45', '54'],
    'warning sum.remainder',
  ],
  [
    '年初预算、追加、调减与调整后预算',
    '全年支出预算3260万元，执行中追加215万元、调减68万元，调整后预算为3407万元。',
    ['215', '152'],
    'warning sum.remainder',
  ],
  [
    '话在数字后面：两家被取消资格',
    '计划支持企业40家，公示期间有3家因失信被取消资格，后按排序递补2家，最终支持39家。',
    ['39', '36'],
    'warning sum.remainder',
  ],
  ['只有减少的', '公告招标项目38项，流标5项，实际成交33项。', ['33', '23'], 'warning sum.remainder'],
  [
    '送审、审减、审定依次写',
    '工程送审金额865.4万元，审减52.8万元，审定金额812.6万元。',
    ['812.6', '912.6'],
    'warning sum.remainder',
  ],
  [
    '当年收支与滚存结余',
    '上年末滚存结余5360万元，当年收入4720万元，当年支出4185万元，年末滚存结余5895万元。',
    ['4185', '4815'],
    'warning sum.remainder',
  ],
  [
    '收到、否决与有效',
    '共收到投标文件9份，其中2份因未密封被否决，有效投标7份。',
    ['9份', '8份'],
    'warning sum.remainder',
  ],
  [
    '支出共若干收住清单',
    '经费用于：购置器材26.4万元，设备维护8.3万元，场地租赁6.5万元，支出共41.2万元。',
    ['8.3', '3.8'],
    'warning sum.parts-of-whole',
  ],
  [
    '三部分采购金额与采购总金额',
    '冷库、电源、车辆三部分采购金额分别为18.5万元、6.7万元、52.8万元，采购总金额78.0万元。',
    ['52.8', '58.2'],
    'warning sum.parts-of-whole',
  ],
  [
    '台和套合起来',
    '报废资产清单中，电脑36台、打印机8台、空调13台、桌椅24套，共计81台（套）。',
    ['13', '31'],
    'warning sum.parts-of-whole',
  ],
  [
    '几项支出合计，项数对得上',
    '办公费6.2万元、印刷费3.4万元、差旅费9.5万元、劳务费2.9万元，四项支出合计22.0万元。',
    ['9.5', '1.5'],
    'warning sum.parts-of-whole',
  ],
]

testInPairs(pairs)

/** Numbers in such a row that are not stock and flow, or no list and its total. */
const silent: readonly (readonly [name: string, text: string])[] = [
  ['减少的用别的量词计', '原有公益性岗位320个，清退不合格人员28人，新增岗位46个，目前共有338个。'],
  ['还有别的变化没有写', '年初在册学生1260人，转入约38人，转出21人，年末在册1282人。'],
  ['其中的增减不是全部', '年末实有在编人员143人，主要是退休5人、调出4人，公开招聘2人，上年末150人。'],
  ['来源与支出是两回事', '中央资金500万元、省级资金300万元、县级资金200万元，累计支出860万元。'],
  ['清单没有列全', '其中办公费12万元、水电费6万元、差旅费8万元等，共支出45万元。'],
  ['前面已有总数，后面是另一笔', '全年收入合计862万元，其中拨款780万元、事业收入62万元、其他20万元，总支出845万元。'],
]

for (const [name, text] of silent)
  test(`${name}：不报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
  })
