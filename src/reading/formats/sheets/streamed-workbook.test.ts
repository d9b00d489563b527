import assert from 'node:assert/strict'
import { test } from 'node:test'
import excel from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { inMemory } from '../archives/held-bytes.ts'
import { openRows } from './open-rows.ts'
import { type RawCell, type RawRows, RowsRefused } from './raw-rows.ts'
import { sheetBytes, streamedRows } from './streamed-workbook.ts'
import { workbookRows } from './workbook-rows.ts'

type Told = readonly [sheet: string, row: number, hidden: boolean, cells: readonly RawCell[]]

/** The rows that hold anything, without the blank cells behind the last one. */
async function told(batches: Iterable<RawRows> | AsyncIterable<RawRows>): Promise<Told[]> {
  const rows: Told[] = []
  for await (const { sheet, rows: own } of batches)
    for (const { row, cells, hidden = false } of own) {
      const last = cells.findLastIndex((cell) => cell !== '')
      if (last >= 0) rows.push([sheet, row, hidden, cells.slice(0, last + 1)])
    }
  return rows
}

async function workbook(fill: (book: InstanceType<typeof excel.Workbook>) => void): Promise<Uint8Array> {
  const book = new excel.Workbook()
  fill(book)
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

const everything = await workbook((book) => {
  const sheet = book.addWorksheet('支付 明细')
  sheet.addRow(['国库支付明细', '', '', '单位：元'])
  sheet.addRow(['凭证号', '支付日期', '金额', '备注'])
  sheet.addRow(['PZ1', new Date(Date.UTC(2023, 4, 1)), 12345.67, '说明\n第二行'])
  sheet.addRow(['PZ2', 45_047, 0.1 + 0.2, { richText: [{ text: '分段' }, { text: '写的字', font: { bold: true } }] }])
  sheet.addRow(['PZ3', '2023年5月3日', { formula: 'C3*2', result: 24691.34 }, { formula: 'A3&A4', result: 'PZ1PZ2' }])
  sheet.addRow(['PZ4', '', { formula: 'C3/0', result: { error: '#DIV/0!' } }, true])
  sheet.addRow(['PZ5', '', -0.125, '<&>"'])
  sheet.addRow(['PZ6', '', 1_000_000, '合并'])
  sheet.addRow(['PZ7', '', 2, ''])
  sheet.addRow([])
  sheet.addRow(['', '', 30_000_000_000_000, ' 前后有空格 '])
  sheet.mergeCells('A1:C1')
  sheet.mergeCells('D8:D9')
  sheet.getCell('B3').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('C3').numFmt = '#,##0.00'
  sheet.getCell('C7').numFmt = '0.0%'
  sheet.getRow(6).hidden = true
  const hidden = book.addWorksheet('藏起来的', { state: 'hidden' })
  hidden.addRow(['凭证号'])
  hidden.addRow(['PZ9'])
  book.addWorksheet('空的')
})

test('一边解压一边读的工作簿，和整本打开读到的一样：日期、公式、出错的格、合并的格、隐藏的行和表', async () => {
  const whole = await told(workbookRows('表.xlsx', everything))
  assert.equal(whole.length, 12)
  assert.deepEqual(await told(streamedRows('表.xlsx', inMemory(everything))), whole)
})

test('从1904年算日期的工作簿，日期一样', async () => {
  const bytes = await workbook((book) => {
    book.properties.date1904 = true
    const sheet = book.addWorksheet('表')
    sheet.addRow(['日期', new Date(Date.UTC(2023, 4, 1))])
  })
  const rows = await told(streamedRows('表.xlsx', inMemory(bytes)))
  assert.deepEqual(rows, await told(workbookRows('表.xlsx', bytes)))
  assert.equal((rows[0]?.[3]?.[1] as { date?: string } | undefined)?.date, '2023-05-01')
})

/** A workbook as bare as it can be; rows are told by nothing but their order. */
function bare(sheet: string): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const content = `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${content}</Types>`,
        'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 1 },
  )
}

test('二十五万行的工作簿读到最后一行', async () => {
  const rows = 250_000
  const lines = Array.from({ length: rows }, (_, at) => `<row><c><v>${at}</v></c><c t="str"><v>第${at}笔</v></c></row>`)
  const bytes = bare(lines.join(''))
  assert.ok(((await sheetBytes(inMemory(bytes))) ?? 0) > 8 * 1024 * 1024)
  let [count, last] = [0, '']
  for await (const batch of openRows({ name: '表.xlsx', chunks: [bytes] })) {
    assert.equal(batch.cut, undefined)
    count += batch.rows.length
    last = (batch.rows.at(-1)?.cells[1] as string | undefined) ?? last
  }
  assert.deepEqual([count, last], [rows, `第${rows - 1}笔`])
})

const broken: readonly (readonly [name: string, change: (bytes: Uint8Array) => Uint8Array])[] = [
  ['中间坏了的', (bytes) => bytes.map((byte, at) => (at > 600 && at < 900 ? byte ^ 0x5a : byte))],
  ['后半截丢了的', (bytes) => bytes.subarray(0, bytes.length / 2)],
]
for (const [name, change] of broken)
  test(`${name}工作簿说读不了，不会停住`, async () => {
    const bytes = change(bare('<row><c><v>1</v></c></row>'.repeat(60_000)))
    await assert.rejects(async () => {
      for await (const { rows } of streamedRows('表.xlsx', inMemory(bytes))) assert.ok(rows)
    }, RowsRefused)
  })
