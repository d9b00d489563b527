import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { exportTable, exportTemplate } from '#operations/imports/export-table.ts'
import { importFile } from '#operations/imports/import-file.ts'
import { importTables } from '#operations/imports/import-tables.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { temporaryDatabase } from '../storage/temporary-database.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const tables = importTables(ledger.workKinds)
const { database } = await temporaryDatabase()
const clerk = { who: '填报人' }
const said = (each: Ledger): unknown => JSON.parse(JSON.stringify(each))

/** Exports a table of a stored ledger and hands the file in again. */
async function handBack(from: Ledger, at: number, format: 'xlsx' | 'csv') {
  const table = tables[at]!
  const bytes = await exportTable(from, table, format, { payees: true })
  return importFile(database, scopeOf(from), table, { name: `表.${format}`, chunks: [bytes] }, clerk)
}

test('示例账本的每张表导出 xlsx、csv 再导入，全部未变，账本一字不差', async (context) => {
  await saveLedger(database, ledger, clerk)
  let rows = 0
  for (const at of tables.keys())
    for (const format of ['xlsx', 'csv'] as const) {
      const { faults, tally, stored, table } = await handBack(ledger, at, format)
      const errors = faults.filter(({ severity, message }) => severity === 'error' && !message.startsWith('没有找到'))
      assert.deepEqual(errors, [], table.zh)
      if (tally.rows === 0) continue
      rows += tally.rows
      assert.deepEqual(
        { ...stored, changes: stored?.changes },
        {
          new: 0,
          changed: 0,
          unchanged: tally.entries,
          removed: 0,
          changes: [],
        },
        `${table.zh} ${format}`,
      )
    }
  context.diagnostic(`${tables.length} 张表，两种格式共 ${rows} 行`)
  assert.ok(rows > 200)
  assert.deepEqual(said(await loadLedger(database, scopeOf(ledger))), said(ledger))
})

test('任取账本，随便哪张表导出再导入，账本一字不差', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.noShrink(arbitraryLedger('hunan-2023')),
      fc.nat(tables.length - 1),
      fc.constantFrom('xlsx' as const, 'csv' as const),
      async (each, at, format) => {
        await saveLedger(database, each, clerk)
        await handBack(each, at, format)
        assert.deepEqual(said(await loadLedger(database, scopeOf(each))), said(each))
      },
    ),
    { numRuns: 25, seed: 20233 },
  )
})

test('每张表的模板原样交回，没有错误，也没有一条记录', async () => {
  for (const table of tables) {
    const source = { name: '模板.xlsx', chunks: [await exportTemplate(table)] }
    const { faults, tally } = await importFile(database, scopeOf(ledger), table, source, clerk)
    assert.deepEqual([table.zh, faults, tally.entries, tally.examples], [table.zh, [], 0, 1])
  }
})
