import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { unzipSync } from 'fflate'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writeReportDocx } from '#writing/reports/formats/write-report-docx.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const [first, ...others] = ledger.indicators
assert.ok(first)
/** The first indicator of 12.5 points as twenty-five of half a point. */
const many: Ledger = {
  ...ledger,
  indicators: [
    ...Array.from({ length: 25 }, (_, at) => ({
      ...first,
      id: `m${at}`,
      name: `第${at + 1}项会议`,
      weight: new Big('0.5'),
    })),
    ...others,
  ],
}

/** The 自评表 of the department as docx, and each of its tables as the words of the rows Word repeats. */
async function writtenOf(of: Ledger) {
  const { set } = prepareReports(of)
  const report = set.reports.find(({ title }) => title.endsWith('部门整体支出绩效自评表'))
  assert.ok(report)
  const bytes = await writeReportDocx(report, set)
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)]
      .filter(([row]) => row.includes('<w:tblHeader/>'))
      .map(([row]) => row.replaceAll(/<[^>]+>/g, '')),
  )
  return { bytes, tables }
}

test('一页印得完的自评表是一张表', async () => {
  assert.deepEqual((await writtenOf(ledger)).tables, [[]])
})

test('一页印不完的，指标一栏的表头在 Word 里每一页重印；稽核照旧看成一张表', async () => {
  const { bytes, tables } = await writtenOf(many)
  assert.deepEqual(tables, [[], ['一级指标二级指标三级指标年度指标值实际完成值分值自评得分偏差原因分析及改进措施']])
  const audit = await auditDocument({ name: '自评表.docx', bytes })
  assert.deepEqual(
    audit.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
    [],
  )
})
