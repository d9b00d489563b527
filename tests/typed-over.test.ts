import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { readLedgerFile } from '#operations/ledgers/read-ledger-file.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writeFormsXlsx } from '#writing/reports/formats/write-forms-xlsx.ts'
import { typedInto } from './typed-into.ts'

const path = fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url))

async function workbook(): Promise<Uint8Array> {
  const { ledger } = readLedgerFile(readFileSync(path, 'utf8'))
  assert.ok(ledger)
  const { set } = prepareReports(ledger)
  return writeFormsXlsx(set.reports, set)
}

async function typedOverIn(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await auditDocument({ name: '表格.xlsx', bytes })
  const all = findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])])
  return all.flatMap(({ rule, severity, message }) => (rule === 'table.typed-over' ? [`${severity} ${message}`] : []))
}

test('我们写的表格里没有一格算覆盖了公式', async () => {
  assert.deepEqual(await typedOverIn(await workbook()), [])
})

test('自己的表格里一个公式打成了数，说出是哪个公式、算出来是多少', async () => {
  const bytes = await workbook()
  assert.deepEqual(await typedOverIn(typedInto(bytes, 'D6', '18.56')), [
    'warning 这一格是直接打的数18.56，这里应是公式 =ROUND(D7+D10+D11,2)，算出来是16.56，可能覆盖了公式',
  ])
  assert.deepEqual(await typedOverIn(typedInto(bytes, 'F4', '0.9833')), [
    'info 这一格是直接打的数98.33%，这里应是公式 =ROUND(D4/B4,4)；现在两者相同，以后改了别的数，它不会跟着变',
  ])
})

test('引用别的表的公式打成了数，也认得出', async () => {
  const bytes = await workbook()
  const files = unzipSync(bytes)
  const formula = /<f>[^<\d]*自评表[^<\d]*!C5<\/f><v>[^<]*<\/v>/
  const goals = Object.keys(files).find((name) => name.includes('sheets/') && formula.test(strFromU8(files[name]!)))!
  const typed = strFromU8(files[goals]!).replace(formula, '<v>996.06</v>')
  assert.deepEqual(await typedOverIn(zipSync({ ...files, [goals]: strToU8(typed) })), [
    "warning 这一格是直接打的数996.06，这里应是公式 ='自评表'!C5，算出来是969.06，可能覆盖了公式",
  ])
})
