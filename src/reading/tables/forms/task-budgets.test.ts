import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimLine, readDrawn } from '../samples/claim-lines.ts'

const heads = `
年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
^ | ^ | ^ | 总额 | 财政拨款 | 其他资金`
const below = `
年度总体目标 | 按计划完成 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 单位 | 备注
产出指标 | 数量指标 | 督查通报 | 39 | 期 | `
const cases: [name: string, rows: string, claims: string[]][] = [
  [
    '每项任务的总额是两种来源之和，合计是各项之和；没有金额的任务不算',
    `
^ | 民生实事 | 办好实事 | 160.00 | 150.00 | 10.00
^ | 机关运转 | 保障运转 | 663.06 | 663.06 | 0.00
^ | 作风建设 | 结合日常工作 | — | — | —
^ | 金额合计 | < | 823.06 | 813.06 | 10.00`,
    [
      'table.balance 160.00 = 150.00 + 10.00',
      'table.balance 663.06 = 663.06 + 0.00',
      'table.balance 823.06 = 813.06 + 10.00',
      'table.total 823.06 = 160.00 + 663.06',
      'table.total 813.06 = 150.00 + 663.06',
      'table.total 10.00 = 10.00 + 0.00',
    ],
  ],
  ['没有合计一行，不下结论', '\n^ | 民生实事 | 办好实事 | 160.00 | 150.00 | 10.00', []],
  [
    '合计是下面另一块的，不下结论',
    `
^ | 民生实事 | 办好实事 | 160.00 | 150.00 | 10.00
指标 | 名称 | 解释 | 指标值 | 单位 | 备注
合计 | < | < | 100 | 90 | 10`,
    [],
  ],
  [
    '有一栏空着，那一栏不算',
    `
^ | 民生实事 | 办好实事 | 160.00 | 150.00 |
^ | 金额合计 | < | 160.00 | 150.00 |`,
    ['table.total 160.00 = 160.00', 'table.total 150.00 = 150.00'],
  ],
]
for (const [name, rows, claims] of cases)
  test(`目标申报表的年度主要任务：${name}`, () => {
    const read = readDrawn(heads + rows + below, [], { kind: 'goal-form' })
    const own = read.claims.map(claimLine).filter((line) => line.startsWith('table.'))
    assert.deepEqual(own, claims)
  })
