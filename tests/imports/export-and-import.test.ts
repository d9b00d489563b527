import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import excel from 'exceljs'
import fc from 'fast-check'
import { exampleMark } from '#domain/imports/import-table.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { exportLedger } from '#operations/imports/export-ledger.ts'
import { exportTable, exportTemplate } from '#operations/imports/export-table.ts'
import { importFile } from '#operations/imports/import-file.ts'
import { importTables } from '#operations/imports/import-tables.ts'
import { outcomeText } from '#operations/imports/outcome-list.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import type { EntryOutcome } from '#storage/tables/list-outcomes.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { temporaryDatabase } from '../storage/temporary-database.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const built = { name: '便民中心', approvedArea: new Big(1200), actualArea: new Big('1180.5') }
const invested = { budgetedInvestment: new Big(3_600_000), actualInvestment: new Big(3_524_000) }
const example = { ...ledger, buildings: [{ ...built, ...invested }] }
const tables = importTables(ledger.workKinds)
const { database } = await temporaryDatabase()
const clerk = { who: '填报人' }
const said = (each: Ledger): unknown => JSON.parse(JSON.stringify(each))

const payments = tables.find(({ id }) => id === 'payments')!

/** Hands in payments and gives what is told of each, one by one. */
async function outcomesOf(lines: readonly string[], preview = false) {
  const bytes = new TextEncoder().encode(
    ['凭证号,支付日期,支付金额（元）,功能科目,部门经济分类,支出类型', ...lines].join('\n'),
  )
  const told: EntryOutcome[] = []
  let most = 0
  const onOutcomes = (some: readonly EntryOutcome[]) => {
    most = Math.max(most, some.length)
    told.push(...some)
  }
  const source = { name: '支付.csv', chunks: [bytes] }
  const { stored } = await importFile(database, scopeOf(example), payments, source, { ...clerk, preview, onOutcomes })
  return { stored, told, most }
}

test('每一条的结果都说得出：新增、更改、未变一条不少，更改的写明改前改后；预览也一样', async () => {
  await saveLedger(database, { ...example, payments: [] }, clerk)
  const line = (at: number, amount = '1.10') => `L${at},2023-05-01,${amount},2010301,30201,基本支出`
  const first = Array.from({ length: 1500 }, (_, at) => line(at))
  const filled = await outcomesOf(first)
  assert.deepEqual([filled.told.length, filled.most], [1500, 1000])
  assert.ok(filled.told.every(({ became }) => became === 'new'))
  const next = [...first.map((_, at) => line(at, at % 3 === 0 ? '2' : '1.1')), line(1500)]
  for (const preview of [true, false]) {
    const { stored, told } = await outcomesOf(next, preview)
    assert.deepEqual([stored?.new, stored?.changed, stored?.unchanged, stored?.changes.length], [1, 500, 1000, 200])
    const count = (which: string) => told.filter(({ became }) => became === which).length
    assert.deepEqual([count('new'), count('changed'), count('unchanged')], [1, 500, 1000])
    assert.equal(outcomeText(payments, told.slice(0, 2)), 'L0,更改,支付金额（元）1.1 → 2\r\nL1,未变,\r\n')
  }
})

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
        { ...stored, paid: undefined, repeated: undefined },
        {
          new: 0,
          changed: 0,
          unchanged: tally.entries,
          removed: 0,
          changes: [],
          paid: undefined,
          repeated: undefined,
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

test('照着模板的示例填一行，每张表都收', async () => {
  for (const table of tables) {
    const book = new excel.Workbook()
    await book.xlsx.load((await exportTemplate(table)).buffer as ArrayBuffer)
    const first = book.worksheets[0]!.getCell('A4')
    first.value = String(first.value).replace(exampleMark, '')
    const source = { name: '照填.xlsx', chunks: [new Uint8Array(await book.xlsx.writeBuffer())] }
    const { faults, tally } = await importFile(database, scopeOf(ledger), table, source, { ...clerk, preview: true })
    const errors = faults.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    assert.deepEqual([table.zh, errors, tally.entries > 0], [table.zh, [], true])
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

test('空白模板要 csv 的就是 csv，只有表头，填了可以导入', async () => {
  const { files } = await exportLedger(ledger, { format: 'csv', blank: true, payees: false, table: '项目' })
  assert.deepEqual(
    files?.map(({ name }) => name),
    ['项目模板.csv'],
  )
  const text = new TextDecoder().decode(files![0]!.bytes)
  assert.ok(text.startsWith('项目编号,项目名称,'), text)
  assert.equal(text.trim().split('\n').length, 1)
  const all = await exportLedger(ledger, { format: 'yaml', blank: true, payees: false })
  assert.ok(all.files!.length > 20 && all.files!.every(({ name }) => name.endsWith('模板.xlsx')))
})
