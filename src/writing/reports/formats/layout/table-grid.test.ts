import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrintedCell, PrintedTable } from '#domain/report/printed-report.ts'
import { gridOf, widthsOf } from './table-grid.ts'

const cell = (text: string, colSpan = 1, rowSpan = 1): PrintedCell => ({ runs: [text], colSpan, rowSpan })
const table = (...rows: PrintedCell[][]): PrintedTable => ({ kind: 'table', name: '表', widths: [100, 200, 300], rows })
const shown = (of: PrintedTable) =>
  gridOf(of).map((row) =>
    row
      .map(
        (placed) =>
          `${placed.covered ? '^' : ''}${placed.cell.runs.join('')}${placed.column}:${placed.colSpan}×${placed.rowSpan}`,
      )
      .join(' '),
  )

test('合并格在它占的每一行都占位，短行补空格，出界的截掉', () => {
  const cases: [string, PrintedTable, string[]][] = [
    [
      '纵向合并',
      table([cell('甲', 1, 2), cell('乙'), cell('丙')], [cell('丁'), cell('戊')]),
      ['甲0:1×2 乙1:1×1 丙2:1×1', '^甲0:1×2 丁1:1×1 戊2:1×1'],
    ],
    ['横纵都合并', table([cell('甲', 2, 2), cell('乙')], [cell('丙')]), ['甲0:2×2 乙2:1×1', '^甲0:2×2 丙2:1×1']],
    [
      '中间合并',
      table([cell('甲'), cell('乙', 1, 2), cell('丙')], [cell('丁', 2), cell('戊')]),
      ['甲0:1×1 乙1:1×2 丙2:1×1', '丁0:1×1 ^乙1:1×2 戊2:1×1'],
    ],
    ['短行', table([cell('甲')]), ['甲0:1×1 1:1×1 2:1×1']],
    ['出界', table([cell('甲', 9, 9)]), ['甲0:3×1']],
    ['多余的格', table([cell('甲'), cell('乙'), cell('丙'), cell('丁')]), ['甲0:1×1 乙1:1×1 丙2:1×1']],
  ]
  for (const [name, of, expected] of cases) assert.deepEqual(shown(of), expected, name)
})

test('列宽按份额分，加起来正好是版心宽度', () => {
  assert.deepEqual(widthsOf(table(), 600), [100, 200, 300])
  assert.deepEqual(widthsOf({ ...table(), widths: [1, 1, 1] }, 100), [33, 34, 33])
  assert.deepEqual(widthsOf({ ...table(), widths: [0, 0] }, 100), [0, 0])
})
