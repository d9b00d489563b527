import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { workKinds } from '../load-work-kinds.ts'
import { ledgerDigest } from './ledger-digest.ts'
import { openLedger } from './open-ledger.ts'
import { readLedgerFile } from './read-ledger-file.ts'
import { writeLedgerFile } from './write-ledger-file.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const own: Ledger = ledger
const [payment, ...payments] = own.payments
assert.ok(payment)

const standard = new Set(workKinds().map(({ id }) => id))

const same: [name: string, ledger: Ledger][] = [
  ['写成文件再读', readLedgerFile(writeLedgerFile(own)).ledger!],
  ['字段换了次序', Object.fromEntries(Object.entries(own).toReversed()) as Ledger],
  ['登记了收款人', { ...own, payments: [{ ...payment, payee: '某某' }, ...payments] }],
  ['没有随产品带的台账', { ...own, workKinds: own.workKinds.filter(({ id }) => !standard.has(id)) }],
]
for (const [name, changed] of same)
  test(`账本${name}，摘要不变`, () => assert.equal(ledgerDigest(changed), ledgerDigest(own)))

const others: [name: string, ledger: Ledger][] = [
  ['改了一笔金额', { ...own, payments: [{ ...payment, amount: payment.amount.plus(new Big('0.01')) }, ...payments] }],
  ['少了一笔支付', { ...own, payments }],
  ['两笔支付换了次序', { ...own, payments: [...payments, payment] }],
  ['改了年度', { ...own, year: 2024 }],
  ['另定了台账', { ...own, workKinds: [{ id: 'x', name: '试', fields: [], key: [], counts: [] }] }],
]
for (const [name, changed] of others)
  test(`账本${name}，摘要就变`, () => assert.notEqual(ledgerDigest(changed), ledgerDigest(own)))
