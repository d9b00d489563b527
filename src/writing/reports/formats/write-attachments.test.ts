import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PrintedReport } from '#domain/report/printed-report.ts'
import { readBackXlsx } from '../read-back-xlsx.ts'
import { sampleReport, sampleSet, sampleTableReport } from './samples/sample-set.ts'
import { writeFormsXlsx } from './write-forms-xlsx.ts'
import { writeReportDocx } from './write-report-docx.ts'
import { writeReportHtml } from './write-report-html.ts'
import { writeReportPdf } from './write-report-pdf.ts'

const set = sampleSet()
const table = sampleTableReport()
const plain = sampleReport(1)
/** A report that lists eleven attachments, the first of which follows it. */
const listing: PrintedReport = {
  ...plain,
  blocks: [
    ...plain.blocks.slice(0, -1),
    ...Array.from({ length: 11 }, (_, at) => ({
      kind: 'attachment' as const,
      label: `${at === 0 ? '附件：' : ''}${at + 1}.`,
      runs: [`第${at + 1}张绩效目标表`],
    })),
    ...plain.blocks.slice(-1),
    { kind: 'attachment-mark', runs: ['附件1'] },
    ...table.blocks,
  ],
}

test('Word：附件名称悬挂对齐，标记是三号黑体，标题在第三行，附件另起一页', async () => {
  const parts = unzipSync(await writeReportDocx(listing, set))
  const xml = strFromU8(parts['word/document.xml']!)
  const lines = xml.match(/<w:p><w:pPr><w:pStyle w:val="Attachment"\/>.*?<\/w:p>/g) ?? []
  assert.equal(lines.length, 11)
  // 2 + 3 + 2 characters of 16 pt to the name; 「附件：1.」 begins 5 before it, 「2.」 2.
  assert.match(lines[0]!, /w:left="2240" w:hanging="1600".*附件：1\.<\/w:t><w:tab\/>.*第1张绩效目标表/)
  assert.match(lines[1]!, /w:left="2240" w:hanging="640"/)
  const styles = strFromU8(parts['word/styles.xml']!)
  const style = /<w:style [^>]*w:styleId="AttachmentMark".*?<\/w:style>/s.exec(styles)?.[0] ?? ''
  assert.match(style, /w:after="579"[\s\S]*w:eastAsia="黑体"[\s\S]*<w:sz w:val="32"\/>/)
  const before = xml.slice(0, xml.indexOf('"AttachmentMark"'))
  assert.ok(before.lastIndexOf('<w:sectPr') > before.lastIndexOf('"Signature"'))
})

test('网页：附件说明、标记和署名日期都在，日期的缩进随署名', async () => {
  const page = new TextDecoder().decode(await writeReportHtml(listing, set))
  assert.match(page, /<p class="attachment below"[^>]*><span[^>]*>附件：1\.<\/span>第1张绩效目标表<\/p>/)
  assert.match(page, /<section class="form upright">\n<p class="mark">附件1<\/p>\n<h1>/)
  // 5 characters of name, 6 of date: the date two characters in, the name 2 + 6 − 5 + 2.
  assert.match(page, /padding-right:5em">例县办公室<\/p>\n<p class="signature" style="padding-right:2em">2024年3月5日/)
})

test('PDF：附件序号和名称在一行，署名靠右，标记在新一页的第一行', async () => {
  const document = await getDocument({ data: await writeReportPdf(listing, set), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => (await document.getPage(at + 1)).getTextContent()),
  )
  // Baseline by baseline: digits and characters are pieces of their own.
  const lines = new Map<string, { text: string; page: number; pieces: { str: string; x: number }[] }>()
  for (const [page, { items }] of pages.entries())
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const key = `${page}/${Math.round(item.transform[5])}`
      const line = lines.get(key) ?? { text: '', page, pieces: [] }
      line.text += item.str.replace(/\s/g, '')
      line.pieces.push({ str: item.str, x: item.transform[4] })
      lines.set(key, line)
    }
  const at = (text: string) => [...lines.values()].findLast((line) => line.text === text)!
  const nameAt = (text: string) => at(text).pieces.find(({ str }) => str.startsWith('第'))!.x
  assert.ok(Math.abs(nameAt('附件：1.第1张绩效目标表') - nameAt('11.第11张绩效目标表')) < 1)
  // 595 pt of page, 26 mm of margin, the name 5 characters from it and 5 long, each 16 pt set 0.25 pt closer.
  const { x } = at('例县办公室').pieces[0]!
  assert.ok(Math.abs(x - (595.3 - 73.7 - 5 * 16 - 5 * 15.75)) < 2, String(x))
  const mark = at('附件1').page
  assert.equal([...lines.values()].find(({ page }) => page === mark)!.text, '附件1')
})

test('工作簿：标记在标题上面一行，数字的名称和公式跟着下移一行', async () => {
  const marked = { ...table, blocks: [{ kind: 'attachment-mark' as const, runs: ['附件1'] }, ...table.blocks] }
  const bytes = await writeFormsXlsx([marked], set)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  assert.equal(sheet.getCell('A1').value, '附件1')
  assert.equal(sheet.getCell('A2').value, '例县办公室2023年度部门整体支出绩效评价基础数据表')
  assert.deepEqual(sheet.getCell('D6').value, { formula: 'ROUND(D4+D5,2)', result: 1286.05 })
  assert.equal(sheet.pageSetup.printTitlesRow, '3:3')
  const places = (await readBackXlsx(bytes)).numbers.map(({ place, text }) => `${place} ${text}`)
  assert.ok(places.includes('基础数据表!D6 1286.05'), places.join())
})
