import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Audit } from '#domain/audit.ts'
import type { Severity } from '#domain/finding.ts'
import { xmlText } from './xml-text.ts'
import { type ReadFinding, toRead } from './to-read.ts'
import { describeEvidence, severityWords } from './to-text.ts'

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }

/** The findings as a Word report, for documents that can't carry comments themselves. */
export async function toDocx(audit: Audit, level: Severity = 'warning'): Promise<Uint8Array> {
  const output = toRead(audit, level)
  const { holds, contradictions, undetermined, notApplicable } = output.coverage
  const document = new Document({
    styles: { default: { document: { run: { font, size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: '绩效报告数字核对结果', font: { ...font, eastAsia: '黑体' } })],
          }),
          text(`文件：${output.file}`),
          text(`核对相符${holds}项，矛盾${contradictions}项，无法判断${undetermined}项，不适用${notApplicable}项。`),
          ...output.problems.map((problem) => text(problem.message)),
          findingsTable(output.findings),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function findingsTable(findings: readonly ReadFinding[]): Table {
  const head = row(['序号', '级别', '位置与原文', '说明与算式'])
  const rows = findings.flatMap((finding, at) =>
    [finding, ...(finding.consequences ?? [])].map((each, index) =>
      findingRow(index === 0 ? `${at + 1}` : `${at + 1}.${index}`, each),
    ),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [700, 900, 3700, 3700],
    rows: [head, ...rows],
  })
}

function findingRow(number: string, finding: ReadFinding): TableRow {
  const places = finding.passages.map((passage) => `${describeEvidence(passage)}：${passage.text}`)
  const says = [
    finding.message,
    finding.expression && `算式：${finding.expression}`,
    finding.cause && `可能原因：${finding.cause}`,
    finding.suggestion && `建议：${finding.suggestion}`,
  ]
  return row([
    number,
    severityWords[finding.severity],
    places,
    says.filter((each) => each !== undefined && each !== '') as string[],
  ])
}

function row(cells: readonly (string | readonly string[])[]): TableRow {
  return new TableRow({
    children: cells.map((cell) => new TableCell({ children: [cell].flat().map((each) => text(each, 21)) })),
  })
}

function text(content: string, size = 24): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: xmlText(content), font, size })] })
}
