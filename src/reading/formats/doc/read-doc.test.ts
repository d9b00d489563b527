import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Table } from '#domain/document.ts'
import { docCells } from './tables.ts'
import { readDoc } from './read-doc.ts'

const form = readFileSync(new URL('../../../../tests/fixtures/self-evaluation-form.doc', import.meta.url))
const { document, problems } = await readDoc({ name: '自评表.doc', bytes: form })
const table = document?.blocks.find((block): block is Table => block.kind === 'table')

test('段落、表格、脚注、页眉按顺序读出', () => {
  assert.deepEqual(problems, [])
  assert.deepEqual(
    document?.blocks.map((block) => (block.kind === 'table' ? '表' : block.text)),
    [
      '2023年度项目支出绩效自评表',
      '表',
      '说明：本表金额单位为万元，得分按分值与完成比例计算。',
      '办结率按季度报表汇总，全年受理23568件。',
      '部门整体支出绩效自评材料',
    ],
  )
  const note = document?.blocks.at(-2)
  assert.ok(note?.kind === 'paragraph' && note.role === 'footnote')
})

test('宽表的行不串：一行是一行，空白单元格仍在', () => {
  assert.equal(table?.rows.length, 10)
  assert.deepEqual(
    table.rows[1]?.map(({ text }) => text),
    ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
  )
  assert.deepEqual(
    table.rows[2]?.map(({ text, column }) => [text, column]),
    [
      ['资金总额', 2],
      ['90.00', 3],
      ['120.00', 4],
      ['118.50', 5],
      ['10', 6],
      ['9.88', 7],
    ],
  )
})

test('合并单元格带跨度', () => {
  const spans = table?.rows.flat().filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
  assert.deepEqual(
    spans?.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan]),
    [
      ['项目名称', 1, 2],
      ['政务热线运行项目', 1, 6],
      ['项目资金（万元）', 3, 2],
      ['产出指标', 3, 1],
      ['数量指标', 2, 1],
      ['总分', 1, 6],
    ],
  )
  assert.deepEqual(table?.rows[9]?.[2]?.locus, { table: 1, row: 10, cell: 3 })
})

test('文件没有记下单元格边线时按次序数，空白不补', () => {
  const shape = { edges: [], below: [], after: [] }
  const rows = docCells([{ texts: ['甲', '', '3'], shape }], 1)
  assert.deepEqual(
    rows[0]?.map(({ text, column }) => [text, column]),
    [
      ['甲', 0],
      ['', 1],
      ['3', 2],
    ],
  )
})

/** The form with the mark Word sets when a password protects the text. */
function locked(): Buffer {
  const bytes = Buffer.from(form)
  const start = bytes.indexOf(Buffer.from([0xec, 0xa5]))
  bytes.writeUInt16LE(bytes.readUInt16LE(start + 0x0a) | 0x0100, start + 0x0a)
  return bytes
}

/** The form with its sector table turned in a circle. */
function circular(): Buffer {
  const bytes = Buffer.from(form)
  const table = (bytes.readInt32LE(0x4c) + 1) * 512
  const directory = bytes.readInt32LE(0x30)
  bytes.writeInt32LE(directory + 1, table + directory * 4)
  bytes.writeInt32LE(directory, table + (directory + 1) * 4)
  return bytes
}

test('读不了的 doc 各有说法', async () => {
  const cases: [string, Uint8Array, string][] = [
    ['空文件', new Uint8Array(), 'file-empty'],
    ['有密码', locked(), 'file-encrypted'],
    ['只下载了一半', form.subarray(0, 4000), 'file-unreadable'],
    ['只有头', form.subarray(0, 12), 'file-unreadable'],
    ['扇区成环', circular(), 'file-unreadable'],
    ['其实是 RTF', Buffer.from('{\\rtf1\\ansi 969.06}'), 'format-unknown'],
    ['不是 doc', Buffer.from('年初预算'), 'file-unreadable'],
  ]
  for (const [name, bytes, code] of cases) {
    const read = await readDoc({ name, bytes })
    assert.equal(read.document, undefined, name)
    assert.deepEqual(
      read.problems.map((problem) => [problem.code, problem.fatal]),
      [[code, true]],
      name,
    )
  }
})

test('文本框、页眉排在正文之后；只有页码的页脚不读', async () => {
  const bytes = readFileSync(new URL('../../../../tests/fixtures/text-box-and-heads.doc', import.meta.url))
  const read = await readDoc({ name: '自评报告.doc', bytes })
  assert.deepEqual(
    read.document?.blocks.map((block) => (block.kind === 'table' ? '表' : [block.text, block.role])),
    [
      ['2023年度项目支出绩效自评报告', undefined],
      ['项目全年预算120.00万元，全年执行118.50万元，执行率98.75%。', undefined],
      '表',
      ['特此报告。', undefined],
      ['提示：全年预算120.00万元，全年执行118.50万元。', 'textbox'],
      ['清源县农业农村局绩效自评材料', 'header'],
    ],
  )
})
