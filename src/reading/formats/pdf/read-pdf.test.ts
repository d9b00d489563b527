import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import type { Block, Cell, Paragraph, Table } from '#domain/document.ts'
import { readPdf } from './read-pdf.ts'

const fixture = (name: string) => readFileSync(new URL(`../../../../tests/fixtures/${name}`, import.meta.url))
const read = async (name: string) => readPdf({ name, bytes: fixture(name) })
const report = await read('self-evaluation-report.pdf')
const blocks: readonly Block[] = report.document?.blocks ?? []
const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
const tables = blocks.filter((block): block is Table => block.kind === 'table')
const texts = (row: readonly Cell[] | undefined) => row?.map(({ text }) => text)

test('软换行的段落接成一段，中文与数字之间的排版空隙去掉', () => {
  assert.deepEqual(report.problems, [])
  const text = '全年收入合计1286.05万元，其中年初预算969.06万元，年中追加316.99万元，'
  const paragraph = paragraphs.find((one) => one.text.startsWith(text))
  assert.ok(paragraph?.text.endsWith('与上年相比增加12.5%，主要是热线平台扩容和会议保障任务增加所致。'))
  assert.deepEqual(paragraph?.locus, { page: 1, line: 10, column: 1 })
})

test('换行处的位置记得住：第二行的字在第十一行', () => {
  const paragraph = paragraphs.find((one) => one.text.startsWith('全年收入合计'))
  const offset = paragraph!.text.indexOf('中追加316.99')
  assert.deepEqual(paragraph?.lines?.[1], [offset, 1, 11, 1])
})

test('标题各自成段，缩进的首行另起一段', () => {
  assert.deepEqual(
    paragraphs.slice(0, 3).map(({ text }) => text),
    ['2023年度部门整体支出绩效自评报告', '一、部门基本情况', '（一）机构与人员'],
  )
})

test('每页重复的页眉和页码不进正文', () => {
  const noise = paragraphs.filter(({ text }) => text.includes('绩效自评材料') || /^—/.test(text))
  assert.deepEqual(noise, [])
})

test('跨页的表接成一张，重复的表头只留一次', () => {
  assert.equal(tables.length, 3)
  const [budget, , long] = tables
  assert.equal(budget?.rows.length, 9)
  assert.equal(long?.rows.length, 41)
  assert.deepEqual(texts(long?.rows[40]), ['40', '第40批基层服务点运行维护', '19.75', '18.75', '94.94%'])
  assert.equal(long?.rows[40]?.[0]?.locus.page, 3)
})

test('合并的表头只在左上角出现一次，带跨度', () => {
  const [top, below] = tables[0]!.rows
  assert.deepEqual(
    top?.map(({ text, rowSpan, columnSpan, column }) => [text, rowSpan, columnSpan, column]),
    [
      ['科目编码', 2, 1, 0],
      ['科目名称', 2, 1, 1],
      ['预算数（万元）', 1, 2, 2],
      ['执行数\n（万元）', 2, 1, 4],
      ['执行率', 2, 1, 5],
    ],
  )
  assert.deepEqual(texts(below), ['年初预算', '全年预算'])
})

test('单元格里折行的名称接起来，相邻单元格的数字不粘连，空白仍是空白', () => {
  assert.deepEqual(texts(tables[0]?.rows[4]), [
    '2010399',
    '其他政府办公厅（室）及相关机构事务支出',
    '0.00',
    '25.33',
    '25.33',
    '100.00%',
  ])
  assert.equal(tables[0]?.rows[7]?.[2]?.text, '')
})

test('折成两行的得分是一个数', () => {
  const last = tables[1]?.rows.at(-1)
  assert.deepEqual(texts(last), ['总分', '100', '97.88'])
  assert.deepEqual(last?.[2]?.locus, { page: 2, line: last?.[2]?.locus.line, table: 2, row: 10, cell: 3 })
})

async function blankPages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let i = 0; i < count; i++) pdf.addPage()
  return pdf.save()
}

/** The report, its fonts naming for every character one that means nothing: it shows well but copies as rubbish. */
async function garbled(pagesAdded = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(fixture('self-evaluation-report.pdf'))
  const names = '1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <18FF> <E000> endbfrange'
  const map = pdf.context.register(pdf.context.stream(names))
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.has(PDFName.of('ToUnicode'))) object.set(PDFName.of('ToUnicode'), map)
  for (let i = 0; i < pagesAdded; i++) pdf.addPage()
  return pdf.save()
}

test('读不了的 pdf 各有说法', async () => {
  const whole = fixture('self-evaluation-report.pdf')
  const cases: [string, Uint8Array, string][] = [
    ['空文件', new Uint8Array(), 'file-empty'],
    ['不是 pdf', new TextEncoder().encode('这不是 pdf'), 'file-unreadable'],
    ['只有开头', whole.subarray(0, 900), 'file-unreadable'],
    ['有密码', fixture('locked.pdf'), 'file-encrypted'],
    ['扫描件', await blankPages(2), 'scan-without-text'],
    ['复制出来是乱码', await garbled(), 'text-layer-garbled'],
    ['乱码与扫描件拼成', await garbled(1), 'text-layer-garbled'],
  ]
  for (const [name, bytes, code] of cases) {
    const { document, problems } = await readPdf({ name, bytes })
    assert.equal(document, undefined, name)
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.fatal]),
      [[code, true]],
      name,
    )
  }
})

test('有的页没有文字层时报出页码，其余照读', async () => {
  const pdf = await PDFDocument.load(fixture('self-evaluation-report.pdf'))
  pdf.addPage()
  pdf.addPage()
  const { document, problems } = await readPdf({ name: '报告.pdf', bytes: await pdf.save() })
  assert.ok(document)
  assert.deepEqual(
    problems.map(({ code, fatal }) => [code, fatal]),
    [['page-without-text', false]],
  )
  assert.match(problems[0]!.message, /第4-5页/)
})

test('有的页是乱码时报出页码，其余照读', async () => {
  const pdf = await PDFDocument.load(await garbled())
  const whole = await PDFDocument.load(fixture('self-evaluation-report.pdf'))
  for (const page of await pdf.copyPages(whole, whole.getPageIndices())) pdf.addPage(page)
  const { document, problems } = await readPdf({ name: '报告.pdf', bytes: await pdf.save() })
  assert.ok(document?.blocks.some((block) => block.kind === 'paragraph' && block.text.startsWith('全年收入合计')))
  assert.deepEqual(
    problems.map(({ code, fatal }) => [code, fatal]),
    [['page-garbled', false]],
  )
  assert.match(problems[0]!.message, /第1-3页/)
})

test('输入的字节读完后原样未动', async () => {
  const bytes = new Uint8Array(fixture('locked.pdf'))
  const before = bytes.slice()
  await readPdf({ name: 'a.pdf', bytes })
  assert.deepEqual(bytes, before)
})
