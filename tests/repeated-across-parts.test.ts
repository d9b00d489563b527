import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

const report = (listed: string, own: string) => `某县档案馆2023年度部门整体支出绩效自评报告
一、基本情况
开展绩效自评的项目2个，支出合计30.50万元：档案抢救修复${listed}万元，查档服务设施更新10.10万元。
某县档案馆2023年度档案抢救修复项目支出绩效自评报告
一、项目概况
2023年档案抢救修复项目实际支出${own}万元，预算执行率100.00%。`

const rules = async (text: string) => {
  const audit = await auditDocument({ name: '自评.txt', bytes: new TextEncoder().encode(text) })
  return audit.findings.filter(({ rule }) => rule === 'I21').map(({ severity, expression }) => [severity, expression])
}

test('整体报告列出的项目金额与项目自己的报告差一处笔误时提醒，相同或相去太远时不说', async () => {
  assert.deepEqual(await rules(report('20.40', '20.40')), [])
  assert.deepEqual(await rules(report('20.40', '24.40')), [['warning', '20.40万元 ≠ 24.40万元']])
  assert.deepEqual(await rules(report('20.40', '57.13')), [])
})
