import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, Place } from './document.ts'
import { passagesOf } from './passage.ts'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, locus: {} })
const cell = (text: string) => ({ text, rowSpan: 1, columnSpan: 1, row: 0, column: 0 })

/** Where `words` stand: in the paragraph that has them, or in the first row of the table. */
function placesOf(document: Document, ...words: string[]): Place[] {
  return words.map((word) => {
    for (const [block, each] of document.blocks.entries()) {
      if (each.kind === 'paragraph' && each.text.includes(word))
        return { part: 0, block, start: each.text.indexOf(word), end: each.text.indexOf(word) + word.length }
      if (each.kind !== 'table') continue
      const at = each.rows[0]!.findIndex(({ text }) => text === word)
      if (at >= 0) return { part: 0, block, row: 0, cell: at, start: 0, end: word.length }
    }
    throw new Error(word)
  })
}

function drawn(document: Document, places: readonly Place[], around = 12): string[] {
  return passagesOf(document, places, around).map(({ pieces }) =>
    pieces.map(({ words, place }) => (place === undefined ? words : `[${place}:${words}]`)).join(''),
  )
}

const list = '全年支出1286.05万元，其中行政运行852.47万元，其他433.58万元。结余为零。'
const report: Document = {
  file: '报告.txt',
  format: 'text',
  blocks: [
    paragraph(list),
    paragraph(
      '本年办理热线工单一万余件，按期办结，群众来电来信都有回音，有诉求的逐件答复，回访满意率95.80%，比上年提高，详见附表。',
    ),
    { kind: 'table', number: 1, locus: {}, rows: [[cell('1286.05'), cell('852.47')]] } as never,
  ],
}

const cases: [name: string, words: string[], expected: string[]][] = [
  [
    '同一段里的总数和各项合成一段，各数都标出',
    ['1286.05万元', '852.47万元', '433.58万元'],
    ['全年支出[0:1286.05万元]，其中行政运行[1:852.47万元]，其他[2:433.58万元]'],
  ],
  [
    '先说被指的数，原文仍按原来的次序',
    ['433.58万元', '1286.05万元'],
    ['全年支出[1:1286.05万元]，其中行政运行852.47万元，其他[0:433.58万元]'],
  ],
  ['句子没有截完用省略号', ['95.80%'], ['…求的逐件答复，回访满意率[0:95.80%]，比上年提高，详见附表']],
  [
    '不同段落各成一段',
    ['852.47万元', '95.80%'],
    [
      '…1286.05万元，其中行政运行[0:852.47万元]，其他433.58万元',
      '…求的逐件答复，回访满意率[1:95.80%]，比上年提高，详见附表',
    ],
  ],
  [
    '同一段里离得远的用省略号隔开',
    ['一万余件', '95.80%'],
    ['本年办理热线工单[0:一万余件]，按期办结，群众来电来信…求的逐件答复，回访满意率[1:95.80%]，比上年提高，详见附表'],
  ],
]
for (const [name, words, expected] of cases)
  test(`原文摘录：${name}`, () => assert.deepEqual(drawn(report, placesOf(report, ...words)), expected))

test('原文摘录：表格每格各成一段', () => {
  const places: Place[] = [0, 1].map((at) => ({ part: 0, block: 2, row: 0, cell: at, start: 0, end: 4 }))
  assert.equal(drawn(report, places).length, 2)
})

test('原文摘录：同一处说两遍只标一次', () => {
  const [place] = placesOf(report, '852.47万元')
  assert.deepEqual(drawn(report, [place!, place!], 4), ['…行政运行[0:852.47万元]，其他433.58…'])
})
