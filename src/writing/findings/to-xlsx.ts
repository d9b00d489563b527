import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { withoutFormula } from '#domain/formula-like.ts'
import type { Audit } from '#domain/audit.ts'
import type { Severity } from '#domain/finding.ts'
import { fixedZip } from '../reports/formats/archives/fixed-zip.ts'
import { fontsInOrder } from '../reports/formats/xlsx/fonts-in-order.ts'
import { xmlText } from './xml-text.ts'
import { type ReadFinding, toRead } from './to-read.ts'
import { describeEvidence, severityWords } from './to-text.ts'

const columns: [header: string, width: number][] = [
  ['序号', 6],
  ['级别', 8],
  ['规则', 16],
  ['位置', 34],
  ['原文', 48],
  ['说明', 56],
  ['算式', 44],
  ['差额', 12],
  ['可能原因', 32],
  ['建议', 18],
  ['处理意见', 12],
  ['备注', 24],
]

/** The work list an auditor ticks off: findings, coverage by rule, problems of reading. Text cells never become formulas. */
export async function toXlsx(audit: Audit, level: Severity = 'warning'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = new Date(0)
  book.modified = new Date(0)
  addFindings(book, toRead(audit, level).findings)
  const coverage = book.addWorksheet('覆盖情况', { views: [{ state: 'frozen', ySplit: 1 }] })
  fill(coverage, [
    ['规则', 24],
    ['内容', 48],
    ['相符', 8],
    ['矛盾', 8],
    ['无法判断', 10],
    ['不适用', 8],
    ['缺少什么', 48],
  ])
  for (const row of audit.rules)
    coverage.addRow(
      [
        row.rule,
        row.title,
        row.holds,
        row.contradictions,
        row.undetermined,
        row.notApplicable,
        row.missing.join('；'),
      ].map(safe),
    )
  const problems = book.addWorksheet('读取问题')
  fill(problems, [
    ['文件', 40],
    ['问题', 80],
  ])
  for (const problem of audit.problems) problems.addRow([audit.file, problem.message].map(safe))
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  return fixedZip({ ...files, 'xl/styles.xml': fontsInOrder(strFromU8(files['xl/styles.xml']!)) })
}

function addFindings(book: ExcelJS.Workbook, findings: readonly ReadFinding[]): void {
  const sheet = book.addWorksheet('核对清单', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  fill(sheet, columns)
  findings.forEach((finding, at) => {
    addFinding(sheet, String(at + 1), finding)
    finding.consequences?.forEach((each, index) => addFinding(sheet, `${at + 1}.${index + 1}`, each))
  })
  sheet.autoFilter = { from: 'A1', to: { row: 1, column: columns.length } }
}

function addFinding(sheet: ExcelJS.Worksheet, number: string, finding: ReadFinding): void {
  const lines = (pick: (passage: ReadFinding['passages'][number]) => string) => finding.passages.map(pick).join('\n')
  const difference = finding.difference ? `${finding.difference}${finding.unit ?? ''}` : ''
  const row = sheet.addRow(
    [
      number,
      severityWords[finding.severity],
      finding.rule,
      lines(describeEvidence),
      lines(({ text }) => text),
      finding.message,
      finding.expression ?? '',
      difference,
      finding.cause ?? '',
      finding.suggestion ?? '',
      '',
      '',
    ].map(safe),
  )
  row.alignment = { vertical: 'top', wrapText: true }
  row.getCell(11).dataValidation = { type: 'list', allowBlank: true, formulae: ['"采纳,不采纳,待定"'] }
}

function fill(sheet: ExcelJS.Worksheet, heads: readonly [string, number][]): void {
  sheet.columns = heads.map(([header, width]) => ({ header, width }))
  sheet.getRow(1).font = { bold: true }
}

/** A text that spreadsheet programs could take for a formula is led by an apostrophe, as they do themselves. */
function safe(value: string | number): string | number {
  if (typeof value === 'number') return value
  return withoutFormula(xmlText(value))
}
