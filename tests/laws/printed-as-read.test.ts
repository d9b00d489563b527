import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '#domain/document.ts'
import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { rulePacks } from '#operations/packs/load-packs.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { readDocument } from '#reading/formats/read-document.ts'
import { asDocument } from '#writing/reports/as-document.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { hostileReport } from '#writing/reports/formats/samples/hostile-report.ts'
import { writeReportDocx } from '#writing/reports/formats/write-report-docx.ts'
import { arbitraryLedger } from './arbitrary-ledger.ts'

/** What is said and where it stands among the others; not where in the file. */
function said({ blocks }: Document): unknown {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { text: block.text, level: block.level ?? 0, role: block.role }
    const rows = block.rows.map((row) =>
      row.map(({ row: at, column, rowSpan, columnSpan, text }) => ({ at, column, rowSpan, columnSpan, text })),
    )
    return { number: block.number, rows }
  })
}

/** The set checked while it is written must be the set that would be handed in. */
async function isReadAlike(report: PrintedReport, set: ReportSet): Promise<number> {
  const bytes = await writeReportDocx(report, set)
  const { document } = await readDocument({ name: '合订本.docx', bytes })
  const own = asDocument(report, '合订本.docx').document
  assert.ok(document)
  assert.deepEqual(said(own), said(document))
  return own.blocks.length
}

for (const [index, { id, title }] of rulePacks().entries())
  test(`${title}：不写成文件就核对的，与写成 docx 再读的一字不差`, async () => {
    let blocks = 0
    await fc.assert(
      fc.asyncProperty(fc.noShrink(arbitraryLedger(id)), async (ledger) => {
        const { set } = prepareReports(ledger)
        blocks += await isReadAlike(bindSet(set), set)
      }),
      { numRuns: 12, seed: 515 + index },
    )
    assert.ok(blocks > 12 * 40)
  })

test('带有各种格式的记号、不能写进文件的字符，也一样', async () => {
  const set = { department: '例县办公室', year: 2023, reports: [], facts: [] }
  assert.ok((await isReadAlike(hostileReport(['一\r\n二\r三\u00AD四', ' \u3000前后有空格\u3000 ']), set)) > 3)
})
