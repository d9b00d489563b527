import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { isKeptHere, notedOnce, onPending, openPending, pendingChanges } from './kept-changes.ts'
import { holdFields, noteAddition, noteChange, noteRemoval } from './pending.ts'

/** Characters this machine has room for, and what it keeps. */
let room = Infinity
const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
  },
})

const of = { ledger: '430922/001/2023', list: 'payments' } as const
let accounts = 0
beforeEach(() => {
  room = Infinity
  openPending(`填报人${(accounts += 1)}`)
})

test('贴进两万笔支付、改一半、再全删去：不卡，顺序不变，同一笔先改后删只剩删去', () => {
  const from = performance.now()
  const keys = Array.from({ length: 20_000 }, (_, at) => [`凭证${at}`])
  notedOnce(() => keys.forEach(([voucher]) => noteAddition({ ...of, set: { voucher } }, true)))
  notedOnce(() =>
    keys.slice(10_000).forEach((key) => noteChange({ ...of, key, was: { amount: '1' }, set: { amount: '2' } })),
  )
  assert.equal(pendingChanges().length, 30_000)
  notedOnce(() => keys.forEach((key) => noteRemoval({ ...of, key })))
  const kinds = pendingChanges().map(({ kind }) => kind)
  assert.deepEqual([kinds.length, kinds.indexOf('remove'), kinds.includes('change')], [40_000, 20_000, false])
  assert.ok(performance.now() - from < 3000, `${Math.round(performance.now() - from)} 毫秒`)
})

test('本机放不下：照样记着、告诉页面要发，并且知道没存下；发完就没事了', () => {
  let told = 0
  const forget = onPending(() => (told += 1))
  noteAddition({ ...of, set: { voucher: '1' } }, true)
  assert.equal(isKeptHere(), true)
  room = 10
  noteAddition({ ...of, set: { voucher: '2' } }, true)
  assert.deepEqual([isKeptHere(), pendingChanges().length, told], [false, 2, 2])
  room = Infinity
  noteChange({ ...of, key: ['3'], was: {}, set: { amount: '1' } })
  assert.deepEqual([isKeptHere(), pendingChanges().length, told], [true, 3, 3])
  forget()
})

test('关了网页再开：没有存上的按原来的先后都在；换一个账户看不见', () => {
  noteAddition({ ...of, set: { voucher: '1' } }, true, 'first')
  noteChange({ ...of, key: ['2'], was: { amount: '1' }, set: { amount: '2' } })
  noteAddition({ ...of, set: { voucher: '1', amount: '5' } }, true, 'first')
  const mine = pendingChanges()
  assert.deepEqual(
    mine.map(({ kind, set }) => [kind, set['amount']]),
    [
      ['add', '5'],
      ['change', '2'],
    ],
  )
  const account = `填报人${accounts}`
  openPending('别人')
  assert.deepEqual(pendingChanges(), [])
  openPending(account)
  assert.deepEqual(pendingChanges(), mine)
})

test('一条里错了一栏：只有那一栏留着，别的栏照样要存；整条的错整条留着', () => {
  const key = ['凭证1']
  const was = { amount: '1', purpose: '旧', date: null }
  noteChange({ ...of, key, was, set: { amount: 'abc', purpose: '新', date: '2023-05-06' } })
  const [{ id = '' } = {}] = pendingChanges()
  holdFields(id, new Set(['amount']), { state: 'refused', message: '不是金额' })
  assert.deepEqual(
    pendingChanges().map(({ state, was: before, set }) => [state, before, set]),
    [
      ['refused', { amount: '1' }, { amount: 'abc' }],
      ['waiting', { purpose: '旧', date: null }, { purpose: '新', date: '2023-05-06' }],
    ],
  )
  // Typed next, it is tried together with what was refused: the one may be what makes the other right.
  noteChange({ ...of, key, was: { account: '1' }, set: { account: '2' } })
  assert.deepEqual(pendingChanges()[0]?.set, { amount: 'abc', account: '2' })
  holdFields(id, new Set(['']), { state: 'refused', message: '两栏不能同时这样填' })
  assert.deepEqual(pendingChanges()[0]?.state, 'refused')
  assert.equal(pendingChanges().length, 2)
})
