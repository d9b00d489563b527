import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'
import { type Pair, testInPairs } from './in-pairs.ts'

/** What counts things whose names or parts stand beside it. */
const pairs: readonly Pair[] = [
  [
    '括号里按地方分开的个数，数的是什么写在括号前',
    '建成服务站18个站点（滨海3个、东渡3个、江头4个、禾山2个、嘉莲3个、前埔3个）。',
    ['江头4个', '江头3个'],
    'warning sum.parts-of-whole',
  ],
  ['括号里按种类分开的个数', '项目覆盖6个乡镇（4个镇、2个乡）。', ['4个镇', '5个镇'], 'warning sum.parts-of-whole'],
  [
    '几个项目中各种进度的个数，多出一个',
    '9个项目中正常5个、偏慢2个、严重滞后2个。',
    ['正常5个', '正常6个'],
    'warning sum.parts-of-whole',
  ],
  [
    '末尾相同的名称',
    '学校现有3个校区，分别为东湖校区、南屏校区、青桥校区，占地1862亩。',
    ['3个校区', '4个校区'],
    'warning I76',
  ],
  [
    '名称里有“和”的股室',
    '局机关内设7个股室：办公室、社会救助股、社会组织股、养老服务和儿童福利股、基层政权股、区划地名股、财务股。',
    ['7个', '8个'],
    'warning I76',
  ],
  [
    '几项指标列在个数前面',
    '定期检验率、案件结案率、举报按期办结率、主体增长率共4项指标未达到目标。',
    ['4项', '5项'],
    'warning I76',
  ],
  [
    '各科目的结转，冒号后面一句一项',
    '年末结转92.87万元，分布在3个科目：文化活动8.30万元，文化旅游支出23.85万元，文物保护60.72万元，均为跨年项目。',
    ['3个科目', '4个科目'],
    'warning I76',
  ],
  [
    '各项目的结转，写“分别为”',
    '结转100.02万元，涉及3个项目，分别为设备购置61.38万元、专科建设25.14万元、住培补助13.50万元。',
    ['3个项目', '2个项目'],
    'warning I76',
  ],
]
testInPairs(pairs)

const agreeing: readonly (readonly [name: string, text: string])[] = [
  ['括号里的是别的东西', '抽查20个社区（安装点位35个、摄像头18个）。'],
  ['两个股室共用一个“股”字', '局机关内设5个股室：办公室、人事股、综合和财务股、法规股。'],
  ['个数数的不是所列的', '涉及水利、交通、教育12项工程。'],
  ['列的是例子', '承担水资源管理、河湖管护、农村供水等7项职能。'],
]
for (const [name, text] of agreeing)
  test(`个数不是一回事，不报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
