import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { wanYuan } from '#domain/unit.ts'
import { Big } from 'big.js'
import { asDocument } from './as-document.ts'

const money = (text: string, fact: string): Run => ({
  fact,
  text,
  unit: '万元',
  quantity: { value: new Big(text), unit: wanYuan, decimals: 2, looseness: 'exact' },
})
const section = { list: 'sections', key: ['department', 'problems'], field: 'text' } as const
const indicator = { list: 'indicators', key: ['z1'], field: 'target' } as const
const report: PrintedReport = {
  id: '01',
  kind: 'department-report',
  title: '报告',
  entity: '',
  year: 2023,
  blocks: [
    { kind: 'title', runs: ['报告'] },
    { kind: 'paragraph', runs: [] },
    {
      kind: 'paragraph',
      runs: ['\u3000收入', money('10.00', 'income'), '，支出', money('9.50', 'spent'), '。'],
      from: section,
    },
    {
      kind: 'table',
      name: '表',
      widths: [1, 1],
      rows: [
        [
          { runs: ['产出'], rowSpan: 2 },
          { runs: [money('1.00', 'a')], from: indicator },
        ],
        [{ runs: ['共', money('2.00', 'b')] }],
      ],
    },
  ],
}
const { document, factsAt, typedAt } = asDocument(report, '合订本.docx')

test('空段落不算；每个数连同单位认得是哪个数，旁边的字不是', () => {
  const [, paragraph] = document.blocks
  assert.equal(paragraph?.kind === 'paragraph' && paragraph.text, '收入10.00万元，支出9.50万元。')
  const at = (start: number, end: number) => factsAt({ part: 0, block: 1, start, end })
  assert.deepEqual(
    [at(2, 9), at(12, 18), at(2, 18), at(0, 2), at(9, 12)],
    [['income'], ['spent'], ['income', 'spent'], [], []],
  )
})

test('段落和格是在哪里填的；没有写明的不知道', () => {
  const cell = (row: number, index: number) => ({ part: 0, block: 2, row, cell: index, start: 0, end: 4 })
  assert.deepEqual(typedAt({ part: 0, block: 1, start: 0, end: 1 }), section)
  assert.deepEqual(typedAt(cell(0, 1)), indicator)
  assert.equal(typedAt(cell(1, 0)), undefined)
  assert.deepEqual([factsAt(cell(0, 1)), factsAt(cell(1, 0))], [['a'], ['b']])
})
