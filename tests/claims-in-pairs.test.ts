import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Errors and warnings of a text, as 「级别 规则」. */
async function findingsOf(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`2023年度部门整体支出绩效自评报告\n${text}\n`)
  const { findings } = await auditDocument({ name: '报告.txt', bytes })
  return findings.filter(({ severity }) => severity !== 'info').map(({ severity, rule }) => `${severity} ${rule}`)
}

/** A sentence that agrees, what is changed in it, and the finding that shows. */
const pairs: readonly (readonly [name: string, text: string, change: readonly [string, string], shown: string])[] = [
  [
    '与上年相比，比的是前一句的总数',
    '收、支总计2541.90万元。与上年相比，收、支总计各增加210.63万元，增长9.04%。',
    ['9.04', '9.54'],
    'error change.against-base',
  ],
  [
    '只说上年数、增加额和增幅',
    '与2021年支出1290.42万元相比，增加89.43万元，增长6.93%。',
    ['6.93', '6.23'],
    'error change.against-base',
  ],
  [
    '比预算减少，以同一句的预算为基数',
    '预算42.50万元，实际支出31.86万元，比预算数减少10.64万元，下降25.04%。',
    ['31.86', '31.16'],
    'error change.against-base',
  ],
  [
    '连续三年分别较上年增长',
    '就业资金分别安排4120万元、4560万元、5016万元，2022年、2023年分别较上年增长10.68%、10.00%。',
    ['10.00', '11.00'],
    'error change.against-base',
  ],
  [
    '分别占，各占同一个总数',
    '共下达18.64亿元。其中本级1.24亿元，市县17.40亿元，分别占6.65%和93.35%。',
    ['93.35', '93.65'],
    'error rate.share',
  ],
  [
    '得分率分别为，各是各的得分和满分',
    '决策17.5分（满分20分）、过程18.24分（满分22分）、产出27分（满分30分），得分率分别为87.5%、82.91%、90%。',
    ['82.91', '82.21'],
    'error rate.of-two-counts',
  ],
  [
    '一些里面的几个，占多少',
    '抽查的24个站点中，有5个站点台账不完整，占比20.83%。',
    ['20.83', '20.13'],
    'error rate.share',
  ],
  [
    '为目标的百分之几',
    '完成河道整治38.6公里，为年度目标36公里的107.22%。',
    ['107.22', '100.22'],
    'error rate.of-two-counts',
  ],
  [
    '占某总额的百分之几，总额在括号里',
    '涉及资金7315.20万元，占项目支出总额的93.40%（项目支出总额7832.10万元）。',
    ['93.40', '93.70'],
    'error rate.share',
  ],
  [
    '分号隔开的各项，各带各的批次、辆数',
    '三公经费31.86万元，其中：公务接待费6.38万元，共接待58批次、462人次；公务用车运行维护费25.48万元，保有量9辆。',
    ['6.38', '6.68'],
    'warning sum.parts-of-whole',
  ],
  [
    '户数和人数在一个括号里分开列',
    '低保对象9846户15302人（城市2118户3206人，农村7728户12096人）。',
    ['2118', '2148'],
    'warning sum.parts-of-whole',
  ],
  [
    '每人均数、人数和总数',
    '举办培训班860期，培训4.3万人，平均每期50人。',
    ['平均每期50', '平均每期53'],
    'warning product.average',
  ],
  [
    '与目标相差几个百分点',
    '机械化率为68.9%，与目标70.0%相差1.1个百分点。',
    ['1.1个', '1.4个'],
    'error difference.points',
  ],
  [
    '执行率的预算在前一句',
    '年初预算14728.56万元，调整后预算16860.00万元。\n全年支出16417.27万元，执行率97.37%。',
    ['97.37', '97.67'],
    'warning rate.of-two-counts',
  ],
]
for (const [name, text, [was, is], shown] of pairs)
  test(`${name}：相符不报，改一个数就报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
    assert.ok(text.includes(was))
    const found = await findingsOf(text.replace(was, is))
    assert.ok(found.includes(shown), `实际为：${found.join('、') || '无'}`)
  })

/** Sentences whose numbers invite a wrong reading. */
const misleading: readonly (readonly [name: string, text: string])[] = [
  ['括号里的全数不是其中数', '抽查14个市28个县，抽查比例25.2%（全区111个县）。'],
  ['满意率是满意和基本满意之和的份额', '有效问卷486份，其中满意412份，基本满意61份，不满意13份，总体满意率97.33%。'],
  ['节约的是预算，下降的是上年', '年初预算9万元，支出6.84万元，节约2.16万元，同比下降8.19%（上年7.45万元）。'],
  ['签约不是大约', '共有餐饮单位6820家，已签约6138家，签约率90%。'],
  [
    '满分和得分写在一起',
    '自评总分94.3分。其中：执行率10分得9.0分；产出50分得47.8分；效益30分得28.5分；满意度10分得9分。',
  ],
  ['计数的其中往往只列一部分', '报送统计分析42篇，其中省级采用3篇、市级采用9篇、领导批示6篇。'],
  ['一个项目的执行率不是部门的', '预算执行率为96.06%。水文监测运维项目执行率仅91.58%。'],
  ['各算各的执行率', '省级支出4699.20万元，支出率89.00%；市级支出1174.80万元，支出率89.00%。'],
  ['目标里的数和完成的数可以不同', '（一）绩效目标\n失业人员再就业6500人。\n（二）完成情况\n失业人员再就业7014人。'],
  ['有追加也有追减', '年初预算1472.86万元。全年追加231.64万元，追减18.50万元，调整后预算1686.00万元。'],
]
for (const [name, text] of misleading) test(`不误报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
