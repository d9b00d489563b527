import { Big } from 'big.js'
import type { Audit } from '#domain/audit.ts'
import { type Block, type Cell, type Document, type Format, type Place, textAround } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { type Unit, noUnit } from '#domain/unit.ts'

const tenThousandYuan: Unit = { kind: 'money', name: '元', scale: '万' }

/** A paragraph on a line of a text file. */
export function paragraph(text: string, line: number): Block {
  return { kind: 'paragraph', text, locus: { line }, lines: [[0, 0, line, 1]] }
}

/** A table whose cells are given as texts. */
export function table(rows: readonly (readonly string[])[]): Block {
  const cellOf = (text: string, row: number, column: number): Cell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    locus: { table: 1, row: row + 1, cell: column + 1 },
  })
  const cells = rows.map((row, at) => row.map((text, column) => cellOf(text, at, column)))
  return { kind: 'table', number: 1, locus: { table: 1 }, rows: cells }
}

/** The figure a printed number makes at its `nth` occurrence in a block or cell. */
export function figureAt(
  document: Document,
  where: Pick<Place, 'block' | 'row' | 'cell'>,
  printed: string,
  nth = 0,
): Figure {
  const holder = textAround(document, { ...where, part: 0, start: 0, end: 0 })
  let start = holder.indexOf(printed)
  for (let each = 0; each < nth; each++) start = holder.indexOf(printed, start + 1)
  const place = { ...where, part: 0, start, end: start + printed.length }
  const plain = printed.replace(/[,%]/g, '')
  const unit = printed.endsWith('%') ? noUnit : tenThousandYuan
  const quantity = { value: new Big(plain), unit, decimals: 2, looseness: 'exact' } as const
  return { id: start, quantity, text: printed, printed: plain, unit: printed.endsWith('%') ? '%' : '万元', place }
}

/** An audit of blocks in one part, with findings made from its document. */
export function auditOf(
  blocks: readonly Block[],
  findings: (document: Document) => readonly Finding[],
  more: { file?: string; format?: Format; title?: string } = {},
): Audit {
  const file = more.file ?? '报告.txt'
  const document: Document = { file, format: more.format ?? 'text', blocks }
  const title = more.title ?? '某局2023年度部门整体支出绩效自评报告'
  return {
    file,
    document,
    parts: [{ index: 0, title, kind: 'department-report', entity: '某局', year: 2023, from: 0, to: blocks.length }],
    findings: findings(document),
    coverage: { holds: 3, contradictions: 1, undetermined: 2, notApplicable: 4 },
    rules: [
      {
        rule: 'I1',
        title: '预算合计',
        holds: 3,
        contradictions: 1,
        undetermined: 2,
        notApplicable: 4,
        missing: ['年初预算数'],
      },
    ],
    problems: [{ code: 'page-without-text', message: '报告.txt：第2页没有文字层。', fatal: false, locus: { page: 2 } }],
  }
}

const sentence = '本年预算1,286.05万元，其中基本支出852.47万元，项目支出347.26万元。执行率98.5%。'

/** A sentence, a table row and a finding that joins them, an info finding, and a consequence. */
export function sampleAudit(): Audit {
  const blocks = [
    paragraph('自评报告', 1),
    paragraph(sentence, 3),
    table([
      ['项目', '金额'],
      ['全年预算数', '1285.30'],
    ]),
  ]
  return auditOf(blocks, (document) => [
    {
      rule: 'sum.parts-of-whole',
      severity: 'error',
      message: '预算与合计不一致',
      expression: '852.47 + 347.26 = 1199.73 ≠ 1286.05',
      difference: '86.32',
      unit: '万元',
      cause: '漏列一项',
      suggestion: '1199.73',
      evidence: [
        { figure: figureAt(document, { block: 1 }, '1,286.05') },
        { figure: figureAt(document, { block: 2, row: 1, cell: 1 }, '1285.30') },
      ],
      consequences: [
        {
          rule: 'I2',
          severity: 'warning',
          message: '执行率随之不符',
          evidence: [{ figure: figureAt(document, { block: 1 }, '98.5%') }],
        },
      ],
    },
    {
      rule: 'I91',
      severity: 'info',
      message: '年度写法不一',
      evidence: [{ place: { part: 0, block: 0, start: 0, end: 4 }, text: '自评报告' }],
    },
  ])
}

/** What spreadsheets, browsers, XML readers and terminals could take for something other than text. */
export const hostile = [
  '=HYPERLINK("http://example.org","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '</w:t></w:r><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]>&amp;&lt;',
  'a\u0000b\u0008c\u001b[31md\uFFFF',
  '\uD800孤',
]

/** An audit in which every text a document or rule can bring is hostile. */
export function hostileAudit(text: string): Audit {
  const blocks = [paragraph(`${text}100`, 1), table([[text, '100']])]
  const findings = (document: Document): Finding[] => [
    {
      rule: 'I1',
      severity: 'error',
      message: text,
      expression: text,
      cause: text,
      suggestion: text,
      evidence: [
        { figure: figureAt(document, { block: 1, row: 0, cell: 1 }, '100') },
        { place: { part: 0, block: 0, start: 0, end: text.length }, text },
      ],
    },
  ]
  return auditOf(blocks, findings, { file: '报告.txt', title: text })
}
