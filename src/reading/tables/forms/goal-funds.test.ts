import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartKind } from '#domain/document.ts'
import { factLine, readDrawn } from '../samples/claim-lines.ts'

const cases: [name: string, kind: PartKind, drawing: string, facts: string[]][] = [
  [
    '标签和数各占一格',
    'goal-form',
    `
项目资金（万元） | 年度资金总额 | 30.00
^ | 其中：财政拨款 | 28.00
^ | 其他资金 | 2.00
一级指标 | 二级指标 | 指标值
产出指标 | 数量指标 | 39期`,
    [
      'fund.total 2023 original 30.00万元',
      'fund.appropriation 2023 original 28.00万元',
      'fund.other 2023 original 2.00万元',
    ],
  ],
  [
    '整体的基本支出和项目支出',
    'goal-form',
    `
年度预算（万元） | 年度资金总额 | 969.06 | 基本支出 | 663.06
^ | 其中：项目支出 | 306.00 |  |
一级指标 | 二级指标 | 三级指标 | 指标值 | 备注`,
    [
      'fund.total 2023 original 969.06万元',
      'spending.basic 2023 original 663.06万元',
      'spending.project 2023 original 306.00万元',
    ],
  ],
  [
    '中期和年度并排，分不清财政拨款是哪一个的',
    'goal-form',
    `
项目资金（万元） | 中期资金总额 | 90.00 | 年度资金总额 | 30.00
^ | 其中：财政拨款 | 84.00 | 其中：财政拨款 | 28.00
一级指标 | 二级指标 | 三级指标 | 指标值 | 备注`,
    ['fund.total 2023 original 30.00万元'],
  ],
  [
    '只写项目资金总额的，可能是几年的钱',
    'goal-form',
    `
项目资金（万元） | 项目资金总额 | 90.00
^ | 其中：财政拨款 | 84.00
一级指标 | 二级指标 | 指标值`,
    [],
  ],
  [
    '没有单位',
    'goal-form',
    `
项目资金 | 年度资金总额 | 30.00
一级指标 | 二级指标 | 指标值`,
    [],
  ],
  [
    '不是目标表',
    'other',
    `
项目资金（万元） | 年度资金总额 | 30.00
一级指标 | 二级指标 | 指标值`,
    [],
  ],
]
for (const [name, kind, drawing, expected] of cases)
  test(`目标表里的年度资金：${name}`, () => {
    const { facts } = readDrawn(drawing, [], { kind })
    assert.deepEqual(facts.map(factLine), expected)
    assert.ok(facts.every(({ certain }) => !certain))
  })
