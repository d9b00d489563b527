import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerList } from '../ledger/entry-keys.ts'
import { valueSaid } from './value-said.ts'

const cases: readonly (readonly [string, unknown, LedgerList | undefined, string, string])[] = [
  ['空的写明是空的', null, 'payments', 'purpose', '（空）'],
  ['金额分节到分', '12860500', 'budgetLines', 'amount', '12,860,500.00'],
  ['代码写成页面上的叫法', 'supplement', 'budgetLines', 'kind', '追加'],
  ['资金来源', 'general-public', 'payments', 'source', '一般公共预算'],
  ['角色', 'finance-reviewer', undefined, 'role', '财政审核人'],
  ['进展', 'submitted', undefined, 'state', '待审核'],
  ['既定支付进度逐月写', ['0', '8.33'], undefined, 'paymentPlan', '1月 0%，2月 8.33%'],
  ['是否', true, 'projects', 'evaluated', '是'],
  ['几条文字', ['各报告', '正文'], 'openQuestions', 'sources', '各报告；正文'],
  [
    '编制',
    [
      { kind: 'administrative', posts: 46 },
      { kind: 'logistics', posts: 5 },
    ],
    'staffing',
    'quotas',
    '行政编制 46人；机关后勤服务编制 5人',
  ],
  ['对象', { project: 'p1' }, 'indicators', 'scope', '项目 改善民生'],
  ['对象在记录里是一个词', 'project:p1', 'indicators', 'scope', '项目 p1'],
  ['对象是部门', 'department', 'sections', 'scope', '部门整体'],
  ['监控的值一组一组写明', [{ indicator: 'd9', value: '70%' }], 'monitoring', 'values', '指标 d9，值 70%'],
  ['完成值从哪里来', 'fact', 'indicators', 'actualFrom', '由账本算出'],
  ['口径的阶段', 'to-date', 'indicators', 'actualPhase', '截至某日'],
  ['人数写明人', 34, 'staffing', 'retired', '34人'],
  ['其中的人数', [{ name: '核电办', persons: 8 }], 'staffing', 'including', '核电办 8人'],
  ['基础数据是万元', '1234567', 'baseItems', 'amount', '123.4567万元'],
  ['不在表里的金额是元', '50000', undefined, 'amount', '50,000.00元'],
  ['监控预计的支出是元', [{ amount: '50000' }], 'monitoring', 'expectedSpending', '金额 50,000.00元'],
  ['指标值写指标的单位', '12', 'indicators', 'targetNumber', '12次'],
  ['完成值写指标的单位', { from: 'entered', value: '11' }, 'indicators', 'actual', '来历 填写，值 11次'],
  ['写成文字的指标值不加单位', '较上年提高', 'indicators', 'target', '较上年提高'],
  ['分值', '12.5', 'indicators', 'weight', '12.5分'],
  ['单位写名称', '001', 'payments', 'organisation', '县政府办公室'],
  ['项目写名称', 'p1', 'budgetLines', 'project', '改善民生'],
  ['已经是名称的照原样', '改善民生', 'budgetLines', 'project', '改善民生'],
]
const context = {
  organisations: [{ value: '001', label: '县政府办公室' }],
  projects: [{ value: 'p1', label: '改善民生' }],
}
const entry = { unit: '次' }
for (const [name, value, list, field, said] of cases)
  test(`变更记录里：${name}`, () => assert.equal(valueSaid(value, list, field, { entry, context }), said))
