import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CFB, type BookType, type WorkSheet, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import type { Block, Table } from '#domain/document.ts'
import { readXlsx } from './read-xlsx.ts'

function bookOf(sheets: Record<string, WorkSheet>, bookType: BookType = 'xlsx', hidden: number[] = []): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  book.Workbook = { Sheets: Object.keys(sheets).map((_, index) => ({ Hidden: hidden.includes(index) ? 1 : 0 })) }
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer)
}

async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  const { document, problems } = await readXlsx({ name: '表.xlsx', bytes })
  assert.deepEqual(problems, [])
  return document!.blocks
}
const outline = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  )

function funds(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['2023年收支情况表'],
    ['单位：万元'],
    ['科目', '年初预算', '全年预算', '执行率'],
    ['行政运行', 620, 852.4, 1],
    ['合计', 969.06, { t: 'n', f: 'SUM(C4:C4)', v: 1286.05 }, 0.9937],
    ['注：不含上年结转'],
  ])
  sheet['!merges'] = [utils.decode_range('A1:D1'), utils.decode_range('A2:D2')]
  for (const place of ['B4', 'B5', 'C4', 'C5']) sheet[place].z = '#,##0.00'
  for (const place of ['D4', 'D5']) sheet[place].z = '0.00%'
  return sheet
}

for (const type of ['xlsx', 'biff8'] as const) {
  test(`标题、单位和注各自成段，数按单元格格式显示：${type}`, async () => {
    const blocks = await blocksOf(bookOf({ 收支: funds() }, type))
    assert.deepEqual(outline(blocks), [
      '2023年收支情况表',
      '单位：万元',
      [
        ['科目', '年初预算', '全年预算', '执行率'],
        ['行政运行', '620.00', '852.40', '100.00%'],
        ['合计', '969.06', '1,286.05', '99.37%'],
      ],
      '注：不含上年结转',
    ])
    const table = blocks[2] as Table
    assert.equal(table.name, '收支')
    assert.deepEqual(table.rows[1]?.[1]?.locus, { table: 1, row: 4, cell: 2 })
    assert.deepEqual(blocks[0]?.locus, { table: 1, row: 1, cell: 1 })
  })
}

test('合并单元格只出现一次，带跨度', async () => {
  const sheet = utils.aoa_to_sheet([
    ['项目资金', '年初', '全年', '得分'],
    [null, 90, 120, 10],
    ['总分', null, null, 97.88],
  ])
  sheet['!merges'] = [utils.decode_range('A1:A2'), utils.decode_range('A3:C3')]
  const [table] = (await blocksOf(bookOf({ 自评: sheet }))) as Table[]
  const shape = (row: number) =>
    table!.rows[row]!.map((cell) => [cell.text, cell.column, cell.rowSpan, cell.columnSpan])
  assert.deepEqual(shape(0)[0], ['项目资金', 0, 2, 1])
  assert.deepEqual(shape(1), [
    ['90', 1, 1, 1],
    ['120', 2, 1, 1],
    ['10', 3, 1, 1],
  ])
  assert.deepEqual(shape(2), [
    ['总分', 0, 1, 3],
    ['97.88', 3, 1, 1],
  ])
})

test('隐藏的行、列、工作表照读并标明', async () => {
  const sheet = funds()
  sheet['!rows'] = [{}, {}, {}, { hidden: true }]
  sheet['!cols'] = [{}, { hidden: true }]
  const blocks = await blocksOf(
    bookOf(
      {
        收支: sheet,
        底稿: utils.aoa_to_sheet([
          ['甲', 1],
          ['乙', 2],
        ]),
      },
      'xlsx',
      [1],
    ),
  )
  const [first, second] = blocks.filter((block): block is Table => block.kind === 'table')
  assert.deepEqual(
    first?.rows[1]?.map(({ hidden }) => hidden),
    [true, true, true, true],
  )
  assert.deepEqual(
    first?.rows[2]?.map(({ hidden }) => hidden),
    [undefined, true, undefined, undefined],
  )
  assert.ok(second?.rows.flat().every(({ hidden }) => hidden))
  assert.equal(second?.number, 2)
})

test('空行之后又是标题，便是另一张表；末尾的空行空列去掉', async () => {
  const sheet = utils.aoa_to_sheet([['表一'], ['甲', 1], ['乙', 2], [], ['表二'], ['丙', 3], ['丁', 4], [], []])
  sheet['!ref'] = 'A1:Z60'
  const blocks = await blocksOf(bookOf({ 表: sheet }))
  assert.deepEqual(outline(blocks), [
    '表一',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
    '表二',
    [
      ['丙', '3'],
      ['丁', '4'],
    ],
  ])
  assert.deepEqual(
    blocks.map(({ locus }) => locus.table),
    [1, 1, 2, 2],
  )
})

const spent = '全年共支出62.40万元，执行率为97.5%，其余为招标结余，已按规定交回。'
const arrived = '资金分两次到位，首次40.00万元，其余24.00万元于9月底前补齐，未影响工程进度。'

test('整篇报告粘进一张工作表：表上的标题、表间的段落各自成段，一节一张表', async () => {
  const sheet = utils.aoa_to_sheet([
    ['某镇2023年度饮水工程绩效自评报告'],
    ['附表1 资金到位情况（单位：万元）'],
    ['来源', '预算', '到位'],
    ['县级', 40, 40],
    ['镇级', 24, 24],
    [arrived],
    ['（二）支出情况'],
    [spent],
    ['附表2 支出情况（单位：万元）'],
    ['用途', '预算', '支出'],
    ['管网', 50, 49.2],
    ['水表', 14, 13.2],
    ['二、存在的问题'],
    [spent],
  ])
  assert.deepEqual(outline(await blocksOf(bookOf({ 报告: sheet }))), [
    '某镇2023年度饮水工程绩效自评报告',
    '附表1 资金到位情况（单位：万元）',
    [
      ['来源', '预算', '到位'],
      ['县级', '40', '40'],
      ['镇级', '24', '24'],
    ],
    arrived,
    '（二）支出情况',
    spent,
    '附表2 支出情况（单位：万元）',
    [
      ['用途', '预算', '支出'],
      ['管网', '50', '49.2'],
      ['水表', '14', '13.2'],
    ],
    '二、存在的问题',
    spent,
  ])
})

test('表中通栏的小标题、末行没有填数的项目都还在表里', async () => {
  const rows = [
    ['项目', '预算', '支出'],
    ['县级', 40, 40],
    ['绩效指标'],
    ['一级指标', '指标值', '完成值'],
    ['产出指标', 12, 12],
    ['其他资金', null, null],
  ]
  const [table, ...others] = await blocksOf(bookOf({ 自评: utils.aoa_to_sheet(rows) }))
  assert.deepEqual(others, [])
  assert.equal((table as Table).rows.length, rows.length)
})

test('日期按显示读出，没有存值的公式记为没读出，不当零', async () => {
  const sheet = utils.aoa_to_sheet([
    ['截止', { t: 'n', v: 45291, z: 'yyyy"年"m"月"d"日"' }],
    ['合计', { t: 'n', v: 0, f: 'SUM(X1:X2)' }],
    ['空', null],
  ])
  delete sheet['B2'].v
  const [table] = (await blocksOf(bookOf({ 表: sheet }))) as Table[]
  assert.equal(table?.rows[0]?.[1]?.text, '2023年12月31日')
  assert.deepEqual([table?.rows[1]?.[1]?.text, table?.rows[1]?.[1]?.unread], ['', true])
})

test('二十万行的表只读前两万行，并说明', async () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => [index + 1, 1.25])
  const bytes = bookOf({ 明细: utils.aoa_to_sheet(rows, { dense: true }) })
  const { document, problems } = await readXlsx({ name: '明细.xlsx', bytes })
  assert.deepEqual(
    problems.map(({ code, fatal }) => [code, fatal]),
    [['table-too-large', false]],
  )
  assert.equal((document!.blocks[0] as Table).rows.length, 20_000)
})

function lockedBook(): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', new Uint8Array([4, 0, 4, 0, 64, 0, 0, 0]))
  CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(600))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

/** A small zip whose one entry declares 300 MiB. */
function bomb(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<a/>') })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 300 * 1024 * 1024, true)
  }
  return bytes
}

test('读不了的工作簿各有说法', async () => {
  const whole = bookOf({ 收支: funds() })
  const cases: [string, Uint8Array, string][] = [
    ['空文件', new Uint8Array(), 'file-empty'],
    ['只下载了一半', whole.subarray(0, whole.length / 2), 'file-unreadable'],
    ['不是工作簿', strToU8('科目,1\n'), 'file-unreadable'],
    ['别的压缩包', zipSync({ 'a.txt': strToU8('1') }), 'file-unreadable'],
    ['有密码', lockedBook(), 'file-encrypted'],
    ['解压后过大', bomb(), 'archive-unsafe'],
  ]
  for (const [name, bytes, code] of cases) {
    const read = await readXlsx({ name, bytes })
    assert.equal(read.document, undefined, name)
    assert.deepEqual(
      read.problems.map((problem) => [problem.code, problem.fatal]),
      [[code, true]],
      name,
    )
  }
})
