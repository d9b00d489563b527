import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { SaxesParser } from 'saxes'
import type { Audit } from '#domain/audit.ts'
import { LockedPdf, annotatePdf } from '#writing/findings/annotate-pdf.ts'
import { toDocx } from '#writing/findings/to-docx.ts'
import { toXlsx } from '#writing/findings/to-xlsx.ts'
import { auditOf, figureAt, hostile, hostileAudit, sampleAudit } from './sample-audit.ts'

/** Every XML part of an Office file must be well-formed. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    parts[name] = strFromU8(content)
    const parser = new SaxesParser()
    parser.on('error', (error) => assert.fail(`${name}: ${error.message}`))
    parser.write(parts[name]).close()
  }
  return parts
}

async function reopened(audit: Audit): Promise<ExcelJS.Workbook> {
  const bytes = await toXlsx(audit, 'warning')
  partsOf(bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  return book
}

test('核对清单重新打开后列、筛选、冻结和处理意见都在', async () => {
  const book = await reopened(sampleAudit())
  const sheet = book.worksheets[0]!
  const heads = ['序号', '级别', '规则', '位置', '原文', '说明', '算式', '差额', '可能原因', '建议', '处理意见', '备注']
  assert.deepEqual((sheet.getRow(1).values as string[]).slice(1), heads)
  assert.ok(sheet.autoFilter)
  assert.deepEqual([sheet.views[0]?.state, (sheet.views[0] as { ySplit?: number }).ySplit], ['frozen', 1])
  assert.equal(sheet.rowCount, 3)
  assert.deepEqual([sheet.getCell('A3').value, sheet.getCell('H2').value], ['1.1', '86.32万元'])
  assert.deepEqual(sheet.getCell('K2').dataValidation.formulae, ['"采纳,不采纳,待定"'])
})

test('覆盖情况和读取问题各有一张表', async () => {
  const [, coverage, problems] = (await reopened(sampleAudit())).worksheets
  assert.equal(coverage!.name, '覆盖情况')
  assert.deepEqual((coverage!.getRow(2).values as unknown[]).slice(1), ['I1', '预算合计', 3, 1, 2, 4, '年初预算数'])
  assert.equal(problems!.getCell('B2').value, '报告.txt：第2页没有文字层。')
})

test('恶意文字在核对清单里不成公式', async () => {
  for (const text of hostile) {
    const book = await reopened(hostileAudit(text))
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          assert.notEqual(cell.type, ExcelJS.ValueType.Formula)
          if (typeof cell.value === 'string') assert.doesNotMatch(cell.value, /^[=+\-@\t\r]/)
        }),
      ),
    )
  }
})

test('Word 核对结果里的恶意文字只是文字', async () => {
  for (const text of hostile) {
    const xml = partsOf(await toDocx(hostileAudit(text), 'info'))['word/document.xml'] ?? ''
    assert.doesNotMatch(xml, /<script|<img/)
  }
})

const line = 20
/** Notes of each page: their words and the top of their box. */
async function notesOf(bytes: Uint8Array): Promise<{ text: string; top: number }[][]> {
  const pdf = await PDFDocument.load(bytes)
  return pdf.getPages().map((page) => {
    const all = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return Array.from({ length: all?.size() ?? 0 }, (_, at) => {
      const note = all!.lookup(at, PDFDict)
      const box = note.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
      return { text: note.lookup(PDFName.of('Contents'), PDFHexString).decodeText(), top: box.y + box.height }
    })
  })
}

test('PDF 批注落在所在页，同一页互不重叠，原有批注保留', async () => {
  const made = await PDFDocument.create()
  for (let page = 0; page < 3; page++) made.addPage([595, 842])
  const old = made.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [500, 10, 518, 28],
    Contents: PDFHexString.fromText('旧批注'),
  })
  made.getPage(2).node.addAnnot(made.context.register(old))
  const bytes = await made.save()
  const paragraph = (text: string, page: number) =>
    ({ kind: 'paragraph', text, locus: { page, line }, lines: [[0, page, line, 1]] }) as const
  const blocks = [paragraph('预算100万元', 1), paragraph('预算110万元', 3)]
  const audit = auditOf(
    blocks,
    (document) =>
      ['甲', '乙'].map((word) => ({
        rule: 'I1',
        severity: 'error',
        message: `两处不一致${word}`,
        evidence: [
          { figure: figureAt(document, { block: 0 }, '100') },
          { figure: figureAt(document, { block: 1 }, '110') },
        ],
      })),
    { format: 'pdf' },
  )
  const [first, second, third] = await notesOf(await annotatePdf(audit, bytes))
  assert.deepEqual([first!.length, second!.length, third!.length], [2, 0, 3])
  assert.match(first![0]!.text, /两处不一致甲\n原文：100/)
  assert.ok(Math.abs(first![0]!.top - first![1]!.top) >= 18)
  assert.equal(third![0]!.text, '旧批注')
})

test('恶意文字进 PDF 批注原样可读', async () => {
  const bytes = readFileSync(new URL('../fixtures/self-evaluation-report.pdf', import.meta.url))
  const text = '=1+1<script>)(\\'
  const pages = await notesOf(await annotatePdf(hostileAudit(text), bytes, 'info'))
  assert.ok(pages.flat().some((note) => note.text.startsWith(`错误：${text}`)))
})

test('不许修改的 PDF 说明写不进批注', async () => {
  const bytes = readFileSync(new URL('../fixtures/locked.pdf', import.meta.url))
  await assert.rejects(annotatePdf(sampleAudit(), bytes), LockedPdf)
})
