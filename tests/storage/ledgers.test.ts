import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import fc from 'fast-check'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { inDivision } from '#storage/in-division.ts'
import { importRows } from '#storage/ledgers/import-rows.ts'
import { pageOfEntries } from '#storage/ledgers/page-of-entries.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { changesOf, verifyLog } from '#storage/log/read-log.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { temporaryDatabase } from './temporary-database.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)
const { database } = await temporaryDatabase()
const clerk = { who: '填报人' }

/** Decimals as text, absent values left out: what two ledgers say. */
const said = (each: Ledger): unknown => JSON.parse(JSON.stringify(each))
const isRefused = (code: string) => (error: { code?: string }) => error.code === code

test('示例账本存入再取出，一字不差；再存一次什么也不变', async () => {
  const first = await saveLedger(database, ledger, clerk)
  assert.equal(first.payments.new, ledger.payments.length)
  assert.deepEqual(said(await loadLedger(database, scopeOf(ledger))), said(ledger))
  const again = Object.values(await saveLedger(database, ledger, clerk))
  assert.ok(again.every((each) => each.new === 0 && each.changed === 0 && each.removed === 0))
})

test('从一个合计走到是哪几条：科目可以只写开头、写几个，台账按记的内容，追减从合计里减', async () => {
  const scope = scopeOf(ledger)
  const page = (list: 'payments' | 'budgetLines' | 'workRecords', equals: Record<string, string>) =>
    pageOfEntries(database, scope, list, { offset: 0, limit: 100, equals })
  const starting = (...codes: string[]) =>
    ledger.payments.filter(({ economic }) => codes.some((code) => economic.startsWith(code))).length
  assert.equal((await page('payments', { economic: '30217' })).total, starting('30217'))
  assert.equal((await page('payments', { economic: '301,30217' })).total, starting('301', '30217'))
  assert.equal((await page('payments', { economic: '9' })).total, 0)
  assert.equal((await page('workRecords', { kind: 'study', 'values.type': '廉政谈话' })).total, 1)
  assert.equal((await page('workRecords', { kind: 'study', 'values.type': '廉政谈话|中心组学习' })).total, 2)
  assert.equal((await page('payments', { 'values.type': '廉政谈话' })).total, 0)
  const before = new Big((await page('budgetLines', {})).sum ?? '0')
  const [line] = ledger.budgetLines
  assert.ok(line)
  const reduction = { ...line, key: '追减', kind: 'reduction' as const, amount: new Big(100) }
  await saveLedger(database, { ...ledger, budgetLines: [...ledger.budgetLines, reduction] }, clerk)
  assert.equal((await page('budgetLines', {})).sum, before.minus(100).toFixed(2))
  await saveLedger(database, ledger, clerk)
})

test('任取账本存入再取出，一字不差', async () => {
  await fc.assert(
    fc.asyncProperty(fc.noShrink(arbitraryLedger('hunan-2023')), async (each) => {
      await saveLedger(database, each, clerk)
      assert.deepEqual(said(await loadLedger(database, scopeOf(each))), said(each))
    }),
    { numRuns: 15, seed: 20232 },
  )
})

test('改一笔支付，变更记录里有改前、改后、改的人；日志首尾相接', async () => {
  const [payment, ...others] = ledger.payments
  const changed = { ...payment!, amount: payment!.amount.plus('0.01') }
  await saveLedger(database, { ...ledger, payments: [changed, ...others] }, { who: '审核人' })
  const target = `payments:${ledger.department.id}/${ledger.year}/${changed.voucher}`
  const [last, before] = await changesOf(database, ledger.division.code, target)
  assert.deepEqual([last?.who, last?.action], ['审核人', 'change'])
  assert.equal(String(last?.before?.['amount']), payment!.amount.toFixed())
  assert.equal(String(last?.after?.['amount']), changed.amount.toFixed())
  assert.equal(before?.action, 'add')
  assert.ok((await verifyLog(database, ledger.division.code)) > 200)
  await saveLedger(database, ledger, clerk)
})

const payment: Payment = {
  voucher: 'V1',
  organisation: ledger.department.id,
  date: '2023-06-30',
  amount: new Big('1.00'),
  source: 'general-public',
  nature: 'basic',
  account: '2010301',
  economic: '30201',
}
const refused: [name: string, entries: readonly Payment[], code: string][] = [
  ['单位没有登记', [payment, { ...payment, voucher: 'V2', organisation: '999' }], 'reference-unknown'],
  ['同一凭证号两次', [payment, payment], 'key-repeated'],
  ['不到分', [payment, { ...payment, voucher: 'V2', amount: new Big('0.001') }], 'amount-not-exact'],
  ['日子不在日历上', [payment, { ...payment, voucher: 'V2', date: '2023-02-30' }], 'value-invalid'],
]
for (const [name, entries, code] of refused)
  test(`支付里有一笔${name}：整批不存，账本原样`, async () => {
    await assert.rejects(
      importRows(database, scopeOf(ledger), 'payments', entries, () => clerk),
      isRefused(code),
    )
    assert.deepEqual(said(await loadLedger(database, scopeOf(ledger))), said(ledger))
  })

test('读到一半出错的导入什么也不留下', async () => {
  const broken = function* () {
    for (let index = 0; index < 5000; index++) yield { ...payment, voucher: `N${index}` }
    throw new Error('第5001行读不出来')
  }
  await assert.rejects(
    importRows(database, scopeOf(ledger), 'payments', broken(), () => clerk),
    /第5001行/,
  )
  assert.equal((await loadLedger(database, scopeOf(ledger))).payments.length, ledger.payments.length)
})

test('两万笔支付分清新增、更改、未变，日志记一条总账和来自哪个文件', async () => {
  const scope = scopeOf(ledger)
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...payment, voucher: `N${index}` }))
  const source = { name: '支付.csv', sha256: 'a'.repeat(64) }
  const first = await importRows(database, scope, 'payments', many, () => ({ who: '填报人', source }))
  assert.deepEqual(first, {
    new: 20_000,
    changed: 0,
    unchanged: 0,
    removed: 0,
    changes: [],
    paid: first.paid,
    repeated: [],
  })
  const next = [{ ...many[0]!, amount: new Big(2) }, many[1]!, { ...payment, voucher: 'M' }]
  const {
    changes: shown,
    paid: _paid,
    repeated: _repeated,
    ...second
  } = await importRows(database, scope, 'payments', next, () => clerk)
  assert.deepEqual(second, { new: 1, changed: 1, unchanged: 1, removed: 0 })
  assert.deepEqual(
    shown.map(({ before, after }) => [before?.['amount'], after?.['amount']]),
    [['1', '2']],
  )
  const changes = await changesOf(database, scope.division, `payments:${scope.department}/${scope.year}/N7`)
  assert.deepEqual(
    changes.map(({ action, after }) => [action, after?.['count']]),
    [['add-many', 20_000]],
  )
})

test('一个地区看不见、改不动另一个地区的账本', async () => {
  const scope = scopeOf(ledger)
  const seen = await inDivision(database, '430999', async (client) => {
    const { rows } = await client.query('select count(*) as count from payments')
    const { rowCount } = await client.query('update payments set amount = 0')
    return [rows[0].count, rowCount]
  })
  assert.deepEqual(seen, [0, 0])
  const intrusion = inDivision(database, '430999', (client) =>
    client.query("insert into divisions (division, name) values ('430922', '冒名')"),
  )
  await assert.rejects(intrusion, /row-level security/)
  await assert.rejects(loadLedger(database, { ...scope, division: '430999' }), isRefused('ledger-missing'))
})

test('变更记录改不了也删不掉；绕过去改了会被查出', async () => {
  const { division } = scopeOf(ledger)
  for (const statement of ["update change_log set who = '别人'", 'delete from change_log', 'truncate change_log'])
    await assert.rejects(database.pool.query(statement), /append-only/)
  await assert.rejects(
    inDivision(database, division, (client) => client.query('delete from change_log')),
    /permission denied/,
  )
  await database.pool.query('alter table change_log disable trigger change_log_refuse_rows')
  await database.pool.query("update change_log set who = '别人' where division = $1 and seq = 3", [division])
  await assert.rejects(
    verifyLog(database, division),
    (error: { detail?: string }) => error.detail === `${division} 第3条`,
  )
})
