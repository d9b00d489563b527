import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from '#domain/document.ts'
import { type JoinedTable, continued } from './table-joins.ts'

const cellsOf = (rows: readonly string[]): Cell[][] =>
  rows.map((line, row) =>
    line.split('|').map((text, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1 }) as unknown as Cell),
  )
const tableOf = (page: number, ...rows: string[]) =>
  ({ page, lastPage: page, xs: [0, 10, 20, 30, 40], top: 0, bottom: 0, rows: cellsOf(rows) }) as unknown as JoinedTable
const textsOf = ({ rows }: JoinedTable) => rows.map((row) => row.map(({ text }) => text).join('|'))

const first = ['项目名称|甲|乙|丙', '一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|督查|≥3次']
const cases: [name: string, next: string[], last: string[]][] = [
  [
    '表中间的表头在下一页重印，只算一次',
    ['一级指标|二级指标|三级指标|指标值', '|质量指标|满意|≥9'],
    ['|质量指标|满意|≥9'],
  ],
  ['从头重印的表头，只算一次', [first[0]!, '产出指标|数量指标|专报|≥4次'], ['产出指标|数量指标|专报|≥4次']],
  [
    '与前一页某行相同的数据行照样读',
    ['产出指标|数量指标|督查|≥3次', '一|二|三|四'],
    ['产出指标|数量指标|督查|≥3次', '一|二|三|四'],
  ],
]
for (const [name, next, last] of cases)
  test(`跨页的表：${name}`, () => {
    assert.deepEqual(textsOf(continued(tableOf(1, ...first), tableOf(2, ...next))), [...first, ...last])
  })
