import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Errors and warnings of a text, as 「级别 规则」. */
async function findingsOf(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`2023年度部门整体支出绩效自评报告\n${text}\n`)
  const { findings } = await auditDocument({ name: '报告.txt', bytes })
  return findings.filter(({ severity }) => severity !== 'info').map(({ severity, rule }) => `${severity} ${rule}`)
}

/** Lists and their totals that agree, what is changed, and the finding that shows. */
const pairs: readonly (readonly [name: string, text: string, change: readonly [string, string], shown: string])[] = [
  [
    '按类型分，总数隔着别的数',
    '全年接待来信来访146件次，比2022年的172件次减少26件次，下降15.12%，办结143件次，办结率为97.95%。按诉求类型分，婚姻家庭类71件次，人身财产类48件次，劳动及其他类27件次。',
    ['48', '84'],
    'warning sum.parts-of-whole',
  ],
  [
    '按项目划分，总数差了一成',
    '全年项目支出458.33万元。按项目划分：创业扶持168.00万元，关爱行动112.60万元，志愿服务124.46万元，设施维护53.27万元。',
    ['458.33', '503.33'],
    'warning sum.parts-of-whole',
  ],
  [
    '同一类东西的几种',
    '全县建成自动监测站点168个，雨量站96个、水位站47个、气象站25个，汛期常态化在线161个。',
    ['47', '74'],
    'warning sum.parts-of-whole',
  ],
  [
    '中央的和地方的合起来是全部',
    '核定编制34名，国家气象编制15名，地方气象编制19名，在岗32人。',
    ['15', '16'],
    'warning sum.parts-of-whole',
  ],
  [
    '分年列出的不是互相比较',
    '两年预算共安排14300.00万元，2022年6500.00万元，2023年7800.00万元。',
    ['7800', '8700'],
    'warning sum.parts-of-whole',
  ],
  [
    '分号后面是另一件事',
    '治理河道38.6公里，其中甲支河18.3公里、乙支河12.4公里、丙沟7.9公里；铺设主管网96.5公里。',
    ['12.4', '14.2'],
    'error sum.parts-of-whole',
  ],
  [
    '由几人组成，其中各几人',
    '评价小组由11人组成，其中财务人员3人、工程技术人员5人、行政管理人员3人。',
    ['工程技术人员5', '工程技术人员6'],
    'error sum.parts-of-whole',
  ],
  [
    '四个季度的数相加，量词多一个“次”',
    '四个季度参会企业分别为52家、47家、45家和42家，累计参会186家次。',
    ['186', '168'],
    'warning sum.parts-of-whole',
  ],
  [
    '两个数一起写的合计',
    '城市低保对象1562户2348人，农村低保对象11236户19874人，城乡合计12798户22222人。',
    ['22222', '22022'],
    'warning sum.parts-of-whole',
  ],
  [
    '没有通过的是申请的减去通过的',
    '全年共受理申请671家，审核通过并兑现628家，通过率93.59%，未通过43家主要因纳税信用不达标。',
    ['43', '34'],
    'warning difference.amounts',
  ],
  [
    '比率的分子分母定了，剩下的也定了',
    '补助总额2160.00万元，分三批下达。\n实际支出2072.00万元，执行率为95.93%，结余88.00万元。',
    ['88.00', '80.80'],
    'warning sum.remainder',
  ],
  [
    '超任务的是完成的减去任务',
    '年初下达任务8600亩，全年恢复9030亩，来源为园地1240亩、林地5380亩、其他地类2410亩，超任务430亩。',
    ['430', '340'],
    'warning difference.amounts',
  ],
  [
    '每公里造价乘里程',
    '实施安全防护工程156公里，按每公里2.08万元的平均造价，投入324.48万元。',
    ['324.48', '234.48'],
    'warning product.unit-price',
  ],
  ['每批次人数乘批次是人次', '全年接待21批次、168人次，平均每批次8人。', ['168', '186'], 'warning product.unit-price'],
  [
    '人数和总额写在后一句',
    '2023年人均补助标准为89元。按常住人口43.60万人测算，全年应筹集资金3880.40万元。',
    ['43.60', '46.30'],
    'warning product.unit-price',
  ],
  [
    '按在职人数平均，在职人数写在前面',
    '年末在职人员42人，其中行政人员19人、事业人员23人。\n日常公用经费73.08万元。日常公用经费按年末在职人数计算，人均1.74万元。',
    ['1.74', '1.47'],
    'warning product.unit-price',
  ],
  [
    '每月的钱乘月数',
    '监理费按合同约定为每月8.60万元，监理服务期18个月，合计154.80万元。',
    ['154.80', '145.80'],
    'warning product.unit-price',
  ],
  [
    '满分加起来是一百，各部分得分加起来是总分',
    '综合得分87.30分。决策类满分20分，得17.50分，得分率87.50%；过程类满分20分，得16.80分，得分率84.00%；产出类满分30分，得27.40分；效益类满分30分，得25.60分，得分率85.33%。',
    ['87.30', '85.80'],
    'warning sum.scores',
  ],
  [
    '写明几部分的得分',
    '投入、过程、产出、效果四部分分别得14.0分、27.5分、28.3分、23.6分，综合得分93.4分。',
    ['27.5', '25.7'],
    'warning sum.scores',
  ],
]
for (const [name, text, [was, is], shown] of pairs)
  test(`${name}：相符不报，改一个数就报`, async () => {
    assert.deepEqual(await findingsOf(text), [])
    assert.ok(text.includes(was))
    const found = await findingsOf(text.replace(was, is))
    assert.ok(found.includes(shown), `实际为：${found.join('、') || '无'}`)
  })

/** Lists that are not all there is of the number before them. */
const open: readonly (readonly [name: string, text: string])[] = [
  ['只列主要的', '全县建成自动监测站点168个，主要有雨量站84个、水位站47个、气象站25个。'],
  ['后面还有等', '按诉求类型分，受理146件次，婚姻家庭类71件次、人身财产类35件次、劳动类27件次等。'],
  [
    '括号里的一部分不是前面几个数的合计',
    '年初批复预算8个项目985万元（含1个结转项目50万元），年中增加8个项目（含暂付款项项目5个），到位资金334.67万元。',
  ],
  ['只写了一部分满分', '自评得分94.2分。产出指标（40分）38.0分，效益指标（30分）28.2分，满意度指标（10分）9.5分。'],
]
for (const [name, text] of open) test(`不误报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))
