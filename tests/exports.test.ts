import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { Ajv } from 'ajv'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { SaxesParser } from 'saxes'
import type { Audit } from '#domain/audit.ts'
import type { Log } from 'sarif'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { type ExportFormat, exportAudit } from '#operations/audits/export-audit.ts'
import { toOutput } from '#writing/findings/to-output.ts'

const examples = new URL('../examples/', import.meta.url)
let word: { audit: Audit; bytes: Uint8Array }

async function auditOf(folder: URL, name: string): Promise<{ audit: Audit; bytes: Uint8Array }> {
  const bytes = new Uint8Array(await readFile(new URL(name, folder)))
  return { bytes, audit: await auditDocument({ name, bytes }) }
}

async function exported(
  { audit, bytes }: { audit: Audit; bytes: Uint8Array },
  format: ExportFormat,
): Promise<Uint8Array> {
  const result = await exportAudit(audit, bytes, format)
  if ('problem' in result) throw new Error(result.problem.message)
  return result.bytes
}

function textAudit(text: string): Promise<Audit> {
  return auditDocument({ name: '报告.txt', bytes: new TextEncoder().encode(text) })
}

before(async () => {
  const name = (await readdir(examples)).find((each) => each.endsWith('.docx'))
  word = await auditOf(examples, name!)
})

test('JSON 输出符合公布的格式，读不了的文件也符合', async () => {
  const schema = JSON.parse(await readFile(new URL('../docs/audit.schema.json', import.meta.url), 'utf8')) as object
  const validate = new Ajv({ allErrors: true }).compile(schema)
  const broken = await auditDocument({ name: '坏.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9]) })
  const output = { version: 1, reports: [toOutput(word.audit, 'info'), toOutput(broken, 'info')] }
  assert.ok(validate(JSON.parse(JSON.stringify(output))), JSON.stringify(validate.errors?.slice(0, 3)))
  assert.ok(!validate({ ...output, extra: 1 }))
})

test('证据的数值不带千分位和百分号', async () => {
  const audit = await textAudit('2023年度绩效自评报告\n收入1,286.05万元，其中年初预算969.06万元，年中追加300.00万元。')
  const values = toOutput(audit).findings[0]?.evidence.map(({ value, unit }) => `${value} ${unit}`)
  assert.deepEqual(values, ['1286.05 万元', '969.06 万元', '300.00 万元'])
})

test('Word 原文带批注：范围成对，正文一字不变，批注数等于证据数', async () => {
  const files = unzipSync(await exported(word, 'docx'))
  const document = strFromU8(files['word/document.xml']!)
  const comments = strFromU8(files['word/comments.xml']!)
  for (const xml of [document, comments, strFromU8(files['[Content_Types].xml']!)])
    assert.doesNotThrow(() => new SaxesParser().write(xml).close())
  const ids = (pattern: RegExp, xml: string) => [...xml.matchAll(pattern)].map(([, id]) => id).toSorted()
  const starts = ids(/<w:commentRangeStart w:id="(\d+)"/g, document)
  assert.ok(starts.length > 20)
  assert.deepEqual(ids(/<w:commentRangeEnd w:id="(\d+)"/g, document), starts)
  assert.deepEqual(ids(/<w:comment w:id="(\d+)"/g, comments), starts)
  const text = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, each]) => each).join('')
  assert.equal(text(document), text(strFromU8(unzipSync(word.bytes)['word/document.xml']!)))
})

test('每条批注的范围里有它说的那个数', async () => {
  const document = strFromU8(unzipSync(await exported(word, 'docx'))['word/document.xml']!)
  const quoted = word.audit.findings
    .filter((finding) => finding.severity !== 'info')
    .flatMap((finding) =>
      finding.evidence.map((evidence) => ('figure' in evidence ? evidence.figure.text : evidence.text).split('\n')[0]!),
    )
  quoted.forEach((quote, id) => {
    const range = document.slice(
      document.indexOf(`<w:commentRangeStart w:id="${id}"/>`),
      document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`),
    )
    const text = [...range.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, each]) => each).join('')
    // A blank cell has no words to hold: its comment stands at the cell.
    if (quote !== '（空）')
      assert.ok(text.includes(quote.slice(0, 6)), `第${id}条批注：${quote} 不在 ${text.slice(0, 60)}`)
  })
})

test('带批注的 Word 再核对一次，结果不变', async () => {
  const again = await auditDocument({ name: '批注.docx', bytes: await exported(word, 'docx') })
  assert.deepEqual(
    again.findings.map((finding) => finding.message),
    word.audit.findings.map((finding) => finding.message),
  )
})

test('PDF 原文带便笺：每处证据一条，写着发现', async () => {
  const pdf = await auditOf(new URL('./fixtures/', import.meta.url), 'self-evaluation-report.pdf')
  const tampered = {
    ...pdf.audit,
    findings: [
      {
        rule: 'I28',
        severity: 'error' as const,
        message: '执行率算错',
        evidence: [{ figure: pdf.audit.reading!.figures[0]! }],
      },
    ],
  }
  const loaded = await PDFDocument.load(await exported({ audit: tampered, bytes: pdf.bytes }, 'pdf'))
  const notes = loaded.getPages().flatMap((page) => {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return annotations ? annotations.asArray().map((each) => loaded.context.lookup(each, PDFDict)) : []
  })
  const contents = notes.map((note) => note.lookupMaybe(PDFName.of('Contents'), PDFHexString)?.decodeText() ?? '')
  assert.equal(contents.filter((text) => text.includes('执行率算错')).length, 1)
})

test('不是 PDF 的文件要 PDF 便笺时说明原因', async () => {
  const result = await exportAudit(word.audit, word.bytes, 'pdf')
  assert.match('problem' in result ? result.problem.message : '', /PDF/)
})

test('工作清单有三页，处理意见可选，像公式的文字不成公式', async () => {
  const audit = await textAudit('2023年度绩效自评报告\n=1+1支出10.00万元，其中=甲2.00万元、乙3.00万元、丙9.00万元。')
  assert.ok(audit.findings.length > 0)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(
    Buffer.from(await exported({ audit, bytes: new Uint8Array() }, 'xlsx')) as unknown as ExcelJS.Buffer,
  )
  assert.deepEqual(
    book.worksheets.map((sheet) => sheet.name),
    ['核对清单', '覆盖情况', '读取问题'],
  )
  const list = book.getWorksheet('核对清单')!
  assert.deepEqual(list.getCell('K2').dataValidation.formulae, ['"采纳,不采纳,待定"'])
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) =>
        assert.equal(
          cell.type === ExcelJS.ValueType.Formula || /^[=+@]/.test(String(cell.value)),
          false,
          String(cell.value),
        ),
      ),
    )
})

test('网页里的原文不能成为标签', async () => {
  const audit = await textAudit(
    '2023年度绩效自评报告\n<script>alert(1)</script>收入140.50万元，其中<b>甲项</b>有20.30万元、乙30.10万元、丙99.10万元。',
  )
  const html = new TextDecoder().decode(await exported({ audit, bytes: new Uint8Array() }, 'html'))
  assert.ok(!html.includes('<script'))
  assert.ok(html.includes('&lt;script&gt;'))
  assert.match(html, /<mark class="error">/)
})

test('SARIF 有版本、规则、位置和相关位置', async () => {
  const log = JSON.parse(new TextDecoder().decode(await exported(word, 'sarif'))) as Log
  assert.equal(log.version, '2.1.0')
  const run = log.runs[0]!
  assert.ok(run.results!.length > 10)
  for (const result of run.results!) {
    assert.equal(run.tool.driver.rules![result.ruleIndex!]!.id, result.ruleId)
    assert.ok(['error', 'warning', 'note'].includes(result.level!))
    assert.ok(result.message.text && result.locations![0]!.physicalLocation!.artifactLocation!.uri)
    assert.ok((result.locations![0]!.physicalLocation!.region?.startLine ?? 1) >= 1)
  }
})

test('没有批注可加的文件给出一份 Word 核对结果', async () => {
  const audit = await textAudit('2023年度绩效自评报告\n收入10.00万元，其中甲2.00万元、乙3.00万元、丙9.00万元。')
  const read = await auditDocument({
    name: '结果.docx',
    bytes: await exported({ audit, bytes: new Uint8Array() }, 'docx'),
  })
  const texts = read.document!.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows
          .flat()
          .map((cell) => cell.text)
          .join('|'),
  )
  assert.ok(texts.join('\n').includes(audit.findings[0]!.message))
})
