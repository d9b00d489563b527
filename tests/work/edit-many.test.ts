import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const payment = (voucher: string, more: object = {}) => ({
  voucher,
  date: '2023-12-30',
  amount: '1.5',
  organisation: '001',
  source: 'general-public',
  nature: 'basic',
  account: '2010301',
  economic: '30201',
  ...more,
})
const send = async (edits: readonly object[]) => {
  const { status, body } = await clerk.send('POST', `${ledgerPath}/entries/payments/edits`, { edits })
  assert.equal(status, 200, JSON.stringify(body))
  return (body['outcomes'] as { code?: string; message?: string }[]).map(({ code, message }) => [code, message])
}
const stored = async () => {
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
  return body['entries'] as { voucher: string; amount: string }[]
}
const add = (voucher: string, more?: object) => ({ kind: 'add', entry: payment(voucher, more) })

test('多条一起登记：都存下，各有一条变更记录；同样的再来一次不算错', async () => {
  const edits = Array.from({ length: 100 }, (_, index) => add(`M-${index}`))
  const before = (await stored()).length
  for (const _ of [1, 2])
    assert.deepEqual(
      await send(edits),
      edits.map(() => [undefined, undefined]),
    )
  assert.equal((await stored()).length, before + 100)
  const { body } = await clerk.get(`${ledgerPath}/entries/payments/history?key=M-7`)
  assert.equal((body['changes'] as unknown[]).length, 1, JSON.stringify(body))
})

test('其中有不能存的：只退回那几条并说明为什么，别的照存；已有的编号不被盖掉', async () => {
  const outcomes = await send([
    add('M-200'),
    add('M-7', { amount: '9' }),
    add('M-201', { account: '' }),
    { kind: 'change', key: ['M-200'], was: { amount: '1.5' }, set: { amount: '2.5' } },
    { kind: 'change', key: ['M-200'], was: { amount: '1.5' }, set: { amount: '3.5' } },
    { kind: 'remove', key: ['M-8'] },
    { kind: 'remove', key: ['M-nothing'] },
  ])
  assert.deepEqual(
    outcomes.map(([code]) => code),
    [undefined, 'ledger-refused', 'ledger-refused', undefined, 'entry-changed', undefined, 'entry-missing'],
  )
  assert.match(String(outcomes[1]?.[1]), /已有“M-7”/)
  const now = await stored()
  const amountOf = (voucher: string) => now.find((each) => each.voucher === voucher)?.amount
  assert.deepEqual(['M-200', 'M-7', 'M-201', 'M-8'].map(amountOf), ['2.5', '1.5', undefined, undefined])
})

test('一次不超过二百条', async () => {
  const edits = Array.from({ length: 201 }, (_, index) => add(`Z-${index}`))
  const { status } = await clerk.send('POST', `${ledgerPath}/entries/payments/edits`, { edits })
  assert.equal(status, 400)
})
