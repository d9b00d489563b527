import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Errors and warnings of a text, as 「级别 规则」. */
async function findingsOf(text: string): Promise<string[]> {
  const audit = await auditDocument({
    name: '报告.txt',
    bytes: new TextEncoder().encode(`2023年度部门整体支出绩效自评报告\n${text}\n`),
  })
  return audit.findings
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}`)
}

const agreeing: [name: string, text: string][] = [
  ['总数与其中各项相等', '2023年收入969.06万元，其中基本支出拨款663.06万元，项目支出拨款306.00万元。'],
  ['其中只是一部分时不报', '项目总投资5000万元，主要包括中央资金2000万元、省级资金1000万元等。'],
  [
    '括号里再分项不重复计算',
    '三公经费25.30万元，其中：公务用车15.10万元（其中购置费0万元，运行维护费15.10万元），公务接待费10.20万元。',
  ],
  [
    '句号后接其中',
    '“三公”经费支出25.30万元，比上年减少3.20万元，下降11.23%。其中：因公出国（境）费0万元，公务用车购置及运行维护费15.10万元，公务接待费10.20万元。',
  ],
  ['占比以总额为分母', '支出合计3518.85万元，其中基本支出2100.35万元，占59.69%；项目支出1418.50万元，占40.31%。'],
  ['完成年初预算', '年初预算为820.00万元，支出决算为852.47万元，完成年初预算的103.96%。'],
  ['执行率以全年预算为分母', '年初预算数1200万元，全年预算数1500万元，全年执行数1450.5万元，预算执行率96.70%。'],
  ['解决率', '收集问题88个，已解决85个，解决率96.6%。'],
  ['增减额与增减幅', '机关运行经费150.5万元，比上年减少9.5万元，降低5.94%。'],
  ['由上年数增加到本年数', '由上年的120.5万元增加到150.6万元，增长24.98%。'],
  ['先列后合', '召开常务会12次、党组会12次、全体会2次，共计26次。'],
  ['单价乘数量', '补助标准为每户2000元，惠及1784户，共发放356.8万元。'],
  ['剩余数', '发现问题88个，整改完成85个，剩余3个正在整改。'],
  ['余、近、以上不算矛盾', '完成文稿700余篇，其中调研报告380篇、讲话稿325篇。'],
  ['四舍五入相差0.01', '合计100.00万元，其中甲33.33万元、乙33.33万元、丙33.33万元。'],
  ['人数分类', '在职人员120人，其中：行政编制30人，事业编制85人，工勤5人。'],
]
for (const [name, text] of agreeing)
  test(`相符的文字不报：${name}`, async () => assert.deepEqual(await findingsOf(text), []))

const contradicting: [name: string, text: string, expected: string][] = [
  [
    '各项之和少0.75',
    '支出1286.05万元，其中：行政运行852.47万元、一般行政管理事务347.26万元、其他事务25.33万元、文化50.00万元、体育传媒10.24万元。',
    'error sum.parts-of-whole',
  ],
  [
    '各项之和大于总数',
    '收入969.06万元，其中基本支出拨款663.06万元、项目支出拨款366.00万元。',
    'error sum.parts-of-whole',
  ],
  ['元写成万元', '收入1286.05万元，其中年初预算969.06元，年中追加316.99万元。', 'error sum.parts-of-whole'],
  [
    '占比算错',
    '支出合计3518.85万元，其中基本支出2100.35万元，占69.59%；项目支出1418.50万元，占40.31%。',
    'error rate.share',
  ],
  ['执行率用错分母', '年初预算数1200万元，全年预算数1500万元，全年执行数1450.5万元，预算执行率120.88%。', 'error I28'],
  ['解决率算错', '收集问题88个，已解决85个，解决率86.6%。', 'error rate.of-two-counts'],
  ['减少额与幅度不符', '机关运行经费150.5万元，比上年减少9.5万元，降低6.94%。', 'error change.against-base'],
  ['本年数与上年数之差不符', '公务接待费3.25万元，比上年3.56万元减少0.41万元。', 'error change.against-base'],
  ['三个100%只列两个率', '建议提案实现办结率、满意率“三个100%”。', 'error I76'],
  [
    '写明10个实列9个',
    '机关设10个内设机构：秘书组、政务一室、政务二室、政务三室、金融办、值班室、热线办公室、督查室、行政组。',
    'error I76',
  ],
]
for (const [name, text, expected] of contradicting)
  test(`矛盾的文字要报：${name}`, async () => {
    const found = await findingsOf(text)
    assert.ok(found.includes(expected), `实际为：${found.join('、') || '无'}`)
  })

test('单位写错时说出元与万元的可能，并给出应有的写法', async () => {
  const bytes = new TextEncoder().encode(
    '2023年度绩效自评报告\n收入1286.05万元，其中年初预算969.06元，年中追加316.99万元。',
  )
  const { findings } = await auditDocument({ name: '报告.txt', bytes })
  assert.match(findings[0]?.cause ?? '', /万元/)
  assert.equal(findings[0]?.suggestion, '969.06万元')
})
