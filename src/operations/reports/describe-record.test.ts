import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { fileURLToPath } from 'node:url'
import { openLedger } from '../ledgers/open-ledger.ts'
import { describeRecord } from './describe-record.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const most = 100_000
const [payment] = ledger.payments
assert.ok(payment)
const long = {
  ...ledger,
  payments: Array.from({ length: most }, (_, at) => ({ ...payment, voucher: `P${at}`, amount: new Big(at) })),
}

test('十万笔支付，每一笔都说得出，不逐笔从头找起', () => {
  const started = performance.now()
  const said = long.payments.map(({ voucher }) => describeRecord(long, `payment:${voucher}`))
  assert.equal(said[most - 1], '支付凭证P99999 2023-12-31 2010301/30101 9.9999万元，工资福利支出')
  assert.ok(performance.now() - started < 3000)
})

test('台账记录的编号里有斜线也找得到', () => {
  const [record] = ledger.workRecords
  assert.ok(record)
  const odd = { ...ledger, workRecords: [{ ...record, id: '2023/5/1' }] }
  assert.match(describeRecord(odd, `work:${record.kind}/2023/5/1`), /^会议台账 2023\/5\/1 /)
})
