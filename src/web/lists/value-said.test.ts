import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerList } from '#http/contracts/year.ts'
import { valueSaid } from './value-said.ts'

const cases: readonly (readonly [string, unknown, LedgerList | undefined, string, string])[] = [
  ['空的写明是空的', null, 'payments', 'purpose', '（空）'],
  ['金额分节到分', '12860500', 'budgetLines', 'amount', '12,860,500.00'],
  ['代码写成页面上的叫法', 'supplement', 'budgetLines', 'kind', '追加'],
  ['资金来源', 'general-public', 'payments', 'source', '一般公共预算'],
  ['角色', 'finance-reviewer', undefined, 'role', '财政审核人'],
  ['进展', 'submitted', undefined, 'state', '待审核'],
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
    '行政编制 46；机关后勤服务编制 5',
  ],
  ['对象', { project: 'p1' }, 'indicators', 'scope', '项目 p1'],
  ['对象在记录里是一个词', 'project:p1', 'indicators', 'scope', '项目 p1'],
  ['对象是部门', 'department', 'sections', 'scope', '部门整体'],
  ['监控的值一组一组写明', [{ indicator: 'd9', value: '70%' }], 'monitoring', 'values', '指标 d9，值 70%'],
  ['完成值从哪里来', 'fact', 'indicators', 'actualFrom', '由账本算出'],
  ['口径的阶段', 'to-date', 'indicators', 'actualPhase', '截至某日'],
]
for (const [name, value, list, field, said] of cases)
  test(`变更记录里：${name}`, () => assert.equal(valueSaid(value, list, field), said))
