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
        { ...stored, paid: undefined },
        {
          new: 0,
          changed: 0,
          unchanged: tally.entries,
          removed: 0,
          changes: [],
          paid: undefined,
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

test('导出不带收款人、不带佐证的表再导入：全部未变，收款人和佐证还在', async () => {
  const [payment, ...payments] = ledger.payments
  const [record, ...records] = ledger.workRecords
  const rich = {
    ...ledger,
    payments: [{ ...payment!, payee: '某印务公司' }, ...payments],
    workRecords: [{ ...record!, evidence: ['e1'] }, ...records],
    evidence: [{ id: 'e1', name: '纪要.pdf', sha256: 'a'.repeat(64), size: 3 }],
  }
  await saveLedger(database, rich, clerk)
  for (const table of tables.filter(({ id, work }) => id === 'payments' || work === record!.kind)) {
    const chunks = [await exportTable(rich, table, 'csv')]
    const { stored } = await importFile(database, scopeOf(rich), table, { name: '表.csv', chunks }, clerk)
    assert.deepEqual([stored?.new, stored?.changed], [0, 0], table.zh)
  }
  assert.deepEqual(said(await loadLedger(database, scopeOf(rich))), said(rich))
})

test('改了金额的那一行，没写的收款人仍在，变更记录里也看得出', async () => {
  const table = tables.find(({ id }) => id === 'payments')!
  const [payment, ...payments] = ledger.payments
  const rich = { ...ledger, payments: [{ ...payment!, payee: '某印务公司' }, ...payments] }
  await saveLedger(database, rich, clerk)
  const changed = { ...rich, payments: [{ ...payment!, amount: payment!.amount.minus(1) }] }
  const chunks = [await exportTable(changed, table, 'xlsx')]
  const { stored } = await importFile(database, scopeOf(rich), table, { name: '表.xlsx', chunks }, clerk)
  assert.deepEqual([stored?.changed, stored?.changes[0]?.after?.['payee']], [1, '某印务公司'])
  const [first] = (await loadLedger(database, scopeOf(rich))).payments
  assert.deepEqual([first?.payee, first?.amount.toFixed()], ['某印务公司', payment!.amount.minus(1).toFixed()])
})

test('只交一行指标：连同账本里的其余指标一起看合计，不误说不是100', async () => {
  await saveLedger(database, ledger, clerk)
  const table = tables.find(({ id }) => id === 'indicators')!
  const chunks = [await exportTable({ ...ledger, indicators: ledger.indicators.slice(0, 1) }, table, 'csv')]
  const { faults, stored } = await importFile(database, scopeOf(ledger), table, { name: '表.csv', chunks }, clerk)
  assert.deepEqual([faults, stored?.unchanged], [[], 1])
})
