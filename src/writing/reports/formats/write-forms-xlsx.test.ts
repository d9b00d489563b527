import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { LedgerFact, PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { controls, hostileReport, hostileTexts, longText } from './samples/hostile-report.ts'
import { sampleFormReport, sampleSet, sampleTableReport } from './samples/sample-set.ts'
import { writeFormsXlsx } from './write-forms-xlsx.ts'

const set = sampleSet()
async function opened(reports: readonly PrintedReport[], of: ReportSet = set): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  const bytes = await writeFormsXlsx(reports, of)
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}
const both = [sampleTableReport(), sampleFormReport()]

test('每张表一个工作表：合并单元格、A4、横向、适合页宽、重复表头', async () => {
  const book = await opened(both)
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['基础数据表', '部门整体支出绩效自评表'],
  )
  const [table, form] = book.worksheets
  assert.deepEqual(table!.model.merges, ['A1:D1', 'B5:B6', 'B7:D7'])
  assert.equal(table!.pageSetup.orientation, 'portrait')
  const { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow } = form!.pageSetup
  assert.deepEqual(
    [paperSize, orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow],
    [9, 'landscape', true, 1, 0, '2:2'],
  )
})

test('数字是真正的数值，按报告的样子显示', async () => {
  const sheet = (await opened(both)).worksheets[0]!
  assert.equal(sheet.getCell('D3').value, 969.06)
  assert.equal(sheet.getCell('D3').numFmt, '0.00')
  assert.equal(sheet.getCell('D6').numFmt, '0.00%')
  assert.equal(sheet.getCell('B3').value, '—')
  assert.equal(sheet.getCell('B5').value, null)
})

test('合计和比率是活的公式，带着结果；同一事实再出现时引用第一处', async () => {
  const [table, form] = (await opened(both)).worksheets
  // 969.06 + 316.99 = 1286.05; 1286.05 ÷ 1300.00 = 98.93%.
  assert.deepEqual(table!.getCell('D5').value, { formula: 'ROUND(D3+D4,2)', result: 1286.05 })
  assert.deepEqual(table!.getCell('D6').value, { formula: 'ROUND(D5/C5,4)', result: 0.9893 })
  assert.deepEqual(form!.getCell('E3').value, { formula: "'基础数据表'!D5", result: 1286.05 })
})

test('公式算出来与印出的数不同、缺项、除数为零、循环时，只写数值', async () => {
  const terms = (...ids: string[]) => ({ how: 'sum' as const, of: ids.map((id) => ({ id, sign: 1 as const })) })
  const fact = (id: string, value: string, more: Partial<LedgerFact> = {}): LedgerFact => {
    const quantity = {
      value: new Big(value),
      unit: { kind: 'money', name: '元', scale: '万' },
      decimals: 2,
      looseness: 'exact',
    } as const
    return { id, measure: id, entity: '', year: 2023, phase: '', title: id, quantity, records: [], ...more }
  }
  const facts = [
    fact('a', '1.00'),
    fact('zero', '0.00'),
    fact('off', '2.01', { terms: terms('a', 'a') }),
    fact('gone', '1.00', { terms: terms('a', 'nowhere') }),
    fact('rate', '1.00', { terms: { ...terms('a', 'zero'), how: 'ratio' } }),
    fact('self', '1.00', { terms: terms('loop') }),
    fact('loop', '1.00', { terms: terms('self') }),
    fact('less', '-1.00', {
      terms: {
        how: 'sum',
        of: [
          { id: 'zero', sign: 1 },
          { id: 'a', sign: -1 },
        ],
      },
    }),
  ]
  const rows = facts.map(({ id, quantity }) => [
    { runs: [{ fact: id, text: quantity.value.toFixed(2), unit: '', quantity }] },
  ])
  const report: PrintedReport = { ...sampleTableReport(), blocks: [{ kind: 'table', name: '表', widths: [1], rows }] }
  const sheet = (await opened([report], { ...set, facts })).worksheets[0]!
  assert.deepEqual(
    facts.map((_, at) => sheet.getCell(at + 2, 1).value),
    [1, 0, 2.01, 1, 1, 1, 1, { formula: 'ROUND(A3-A2,2)', result: -1 }],
  )
})

test('每个数字所在的格有事实的名称，名称合法、不重、附事实编号', async () => {
  const xml = strFromU8(unzipSync(await writeFormsXlsx(both, set))['xl/workbook.xml']!)
  const names = [...xml.matchAll(/<definedName name="((?:fact|text)_[^"]+)" comment="([^"]+)">([^<]+)</g)]
  assert.equal(names.length, 9)
  assert.equal(new Set(names.map(([, name]) => name)).size, 9)
  for (const [, name] of names) assert.match(name!, /^(fact|text)_[0-9a-f]{24}(_\d+)?$/)
  const total = names.filter(([, , fact]) => fact === 'funds|例县办公室|2023|actual').map(([, , , ref]) => ref)
  assert.deepEqual(total, ["'基础数据表'!$D$5", "'部门整体支出绩效自评表'!$E$3"])
})

test('以等号加号减号和@开头的文字永远不成公式，其余恶意文字照原样', async () => {
  const bytes = await writeFormsXlsx([hostileReport([controls, longText, '\t=1', '😀'])], set)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const seen = new Set<string>()
  for (const sheet of book.worksheets) {
    assert.ok(sheet.name.length <= 31 && !/[:\\/?*[\]']/.test(sheet.name), sheet.name)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        assert.ok(cell.formula === undefined, cell.address)
        if (typeof cell.value !== 'string') return
        if (/^[=+\-@\t]/.test(cell.value)) assert.equal(cell.numFmt, '@', `${cell.address} ${cell.value}`)
        seen.add(cell.value)
      }),
    )
  }
  for (const text of [...hostileTexts, longText, '甲乙\ufffd丙丁', '😀']) assert.ok(seen.has(text), text.slice(0, 20))
})

test('同名的表加上单位名称，再重的编号；没有表格也能打开', async () => {
  const names = (await opened([...both, ...both])).worksheets.map(({ name }) => name)
  assert.equal(new Set(names).size, 4)
  assert.ok(names.includes('基础数据表-例县办公室-2'))
  assert.equal((await opened([])).worksheets.length, 1)
})

test('同样的报告写两次，字节完全相同', async () => {
  assert.ok(Buffer.from(await writeFormsXlsx(both, set)).equals(await writeFormsXlsx(both, set)))
})
