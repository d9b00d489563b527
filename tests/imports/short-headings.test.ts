import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importContext } from '#operations/imports/import-context.ts'
import { importTables } from '#operations/imports/import-tables.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { workKinds } from '#operations/load-work-kinds.ts'
import { openImport } from '#reading/imports/open-import.ts'
import { fileURLToPath } from 'node:url'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const context = importContext(ledger)

/** table, heading and a line as a clerk hands them in, what the record holds; or the heading nobody can place */
const cases: [string, string, string, Record<string, string>, string?][] = [
  [
    '会议台账',
    '日期,类型,名称,人数',
    '2023-05-01,专题会议,防汛会,40',
    { type: '专题会议', title: '防汛会', attendees: '40' },
  ],
  ['热线工单台账', '日期,工单号,状态', '2023-05-01,A1,办结', { order: 'A1', status: '办结' }],
  ['热线工单台账', '日期,工单号,办理状态,情况', '2023-05-01,A1,办结,已回访', { order: 'A1', status: '办结' }, '情况'],
]

for (const [zh, heading, line, values, unused] of cases)
  test(`${zh}的表头写作「${heading}」也认得`, async () => {
    const table = importTables(workKinds()).find((each) => each.zh === zh)
    assert.ok(table)
    const bytes = new TextEncoder().encode(`${heading}\n${line}\n`)
    const open = openImport({ name: '台账.csv', chunks: [bytes] }, table, context)
    const [rows, faults] = [[] as unknown[], [] as string[]]
    for await (const batch of open.batches) {
      rows.push(...batch.rows.map(({ entry }) => ('values' in entry ? entry.values : undefined)))
      faults.push(...batch.faults.map(({ severity, message }) => `${severity} ${message}`))
    }
    assert.deepEqual(rows, [values])
    assert.deepEqual(faults, unused === undefined ? [] : [`warning 这些列没有用到：“${unused}”。`])
  })
