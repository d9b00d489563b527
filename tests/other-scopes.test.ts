import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Bodies of reports that agree, whose numbers stand for something else than what they look like. */
const agreeing: readonly (readonly [name: string, body: string])[] = [
  [
    '后文再说的那几项，不与自己相除',
    '<p>核心指标12项，预计年底能完成的9项，预计不能全部完成的3项。</p><p>预计不能全部完成的3项中：学前补助幼儿数因学期中减少158人，预计完成率99.56%。</p>',
  ],
  [
    '写了满分的得分是一项指标的',
    '<p>专家认为立项必要性较强，评分18.0分（满分20分）。</p><p>经综合评价，项目综合得分78.0分。</p>',
  ],
  [
    '一部分资金的执行率不是合计行的',
    `<p>全市支出15723.80万元，执行率97.92%。按级次分，中央财政资金支出13240.86万元，执行率97.96%。</p>
    <table><tr><th>县</th><th>预算数</th><th>执行数</th><th>执行率</th></tr><tr><td>甲县</td><td>8000.00</td><td>7850.00</td><td>98.13%</td></tr>
    <tr><td>乙县</td><td>8057.80</td><td>7873.80</td><td>97.72%</td></tr><tr><td>合计</td><td>16057.80</td><td>15723.80</td><td>97.92%</td></tr></table>`,
  ],
]
for (const [name, body] of agreeing) test(`口径不同，不报：${name}`, async () => assert.deepEqual(await said(body), []))

test('编了号的表后面，支出的数前后不一致也看得出', async () => {
  const body = `<p>本年支出合计2484.00万元。</p><p>表1 项目资金情况表（单位：万元）</p>
    <table><tr><th>项目</th><th>预算数</th><th>执行数</th></tr><tr><td>道路养护</td><td>300.00</td><td>288.00</td></tr>
    <tr><td>河道治理</td><td>200.00</td><td>196.00</td></tr></table><p>二、支出情况</p><p>本年支出合计2591.00万元，主要用于养护和治理，保障了全县道路畅通、河道安全。</p>`
  assert.deepEqual(await said(body), ['warning fact.repeated'])
})

async function said(body: string): Promise<string[]> {
  const source = `<h1>某县水利局2023年度部门整体支出绩效自评报告</h1>${body}`
  const { findings } = await auditDocument({ name: '报告.html', bytes: Buffer.from(source) })
  return findings.filter(({ severity }) => severity !== 'info').map(({ severity, rule }) => `${severity} ${rule}`)
}
