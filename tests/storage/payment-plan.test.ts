import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { changePaymentPlan, readPaymentPlan } from '#operations/year/payment-plan.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { changesOf } from '#storage/log/read-log.ts'
import { temporaryDatabase } from './temporary-database.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)
const { database } = await temporaryDatabase()
const clerk = { who: '填报人' }
const late = '0 0 5 10 20 30 40 50 60 75 90 100'
const plan = (shares: string) => shares.split(' ').map((share) => new Big(share))
const texts = (shares: readonly Big[] | undefined) => shares?.map((share) => share.toFixed()).join(' ')

/** The example in another year: a budget of 100万元, paid by months in 万元. */
function inYear(year: number, paid: readonly number[], paymentPlan?: string): Ledger {
  const [line, payment] = [ledger!.budgetLines[0], ledger!.payments[0]]
  assert.ok(line && payment)
  return {
    ...ledger!,
    year,
    budgetLines: [{ ...line, kind: 'original', amount: new Big(1_000_000), date: `${year}-01-05` }],
    payments: paid.map((wan, index) => ({
      ...payment,
      voucher: `第${index + 1}笔`,
      date: `${year}-${String(index + 1).padStart(2, '0')}-15`,
      amount: new Big(wan).times(10_000),
    })),
    ...(paymentPlan === undefined ? {} : { paymentPlan: plan(paymentPlan) }),
  }
}

test('既定支付进度存入再取出，一位小数也不差；改成别的、去掉，变更记录里都有改前、改后', async () => {
  const exact = '8.33 16.67 25 33.3333333333 41.67 50 58.33 66.67 75 83.33 91.67 99.99'
  const target = `ledgers:${ledger.department.id}/${ledger.year}`
  for (const [shares, before] of [
    [exact, undefined],
    [late, exact],
    [undefined, late],
  ] as const) {
    await saveLedger(database, { ...ledger, ...(shares === undefined ? {} : { paymentPlan: plan(shares) }) }, clerk)
    assert.equal(texts((await loadLedger(database, scopeOf(ledger))).paymentPlan), shares)
    const [last] = await changesOf(database, ledger.division.code, target)
    const told = (side: 'before' | 'after') => (last?.[side]?.['payment_plan'] as string[] | null)?.join(' ')
    if (before !== undefined) assert.deepEqual([told('before'), told('after')], [before, shares])
  }
})

test('同样的再存一次，不多一条变更记录', async () => {
  const target = `ledgers:${ledger.department.id}/${ledger.year}`
  await saveLedger(database, { ...ledger, paymentPlan: plan(late) }, clerk)
  const count = async () => (await changesOf(database, ledger.division.code, target)).length
  const before = await count()
  await saveLedger(database, { ...ledger, paymentPlan: plan(late) }, clerk)
  await changePaymentPlan(database, scopeOf(ledger), { was: null, set: late.split(' ') }, '填报人')
  assert.equal(await count(), before)
})

for (const [what, shares] of [
  ['少一个月', '{0,0,5,10,20,30,40,50,60,75,90}'],
  ['比前一个月低', '{0,10,5,10,20,30,40,50,60,75,90,100}'],
  ['超过一百', '{0,0,5,10,20,30,40,50,60,75,90,100.01}'],
  ['负数', '{-1,0,5,10,20,30,40,50,60,75,90,100}'],
  ['空着一个月', '{0,0,5,10,null,30,40,50,60,75,90,100}'],
  ['不从一月排起', '[0:11]={0,0,5,10,20,30,40,50,60,75,90,100}'],
] as const)
  test(`数据库也不收${what}的既定支付进度`, async () => {
    await assert.rejects(
      database.pool.query('update ledgers set payment_plan = $1::numeric[]', [shares]),
      /payment_plan_of_twelve/,
    )
  })

test('可以参照上年、前三年平均的实际支付进度，上年自定的进度；年末汇总的、没有账本的年度不算', async () => {
  await saveLedger(database, inYear(2022, [10, 10, 10, 10, 10, 5, 5, 5, 5, 10, 10, 10], late), clerk)
  await saveLedger(database, inYear(2020, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 40]), clerk)
  const { own, curveBy, references } = await readPaymentPlan(database, scopeOf(ledger))
  assert.deepEqual([texts(own), curveBy], [late, 'even'])
  assert.deepEqual(
    references.map(({ kind, years, shares }) => [kind, years.join(' '), texts(shares)]),
    [
      ['last-year', '2022', '10 20 30 40 50 55 60 65 70 80 90 100'],
      ['mean', '2022 2020', '5 10 15 20 25 27.5 30 32.5 35 40 70 95'],
      ['last-plan', '2022', late],
    ],
  )
  const next = await readPaymentPlan(database, { ...scopeOf(ledger), year: 2022 })
  assert.deepEqual(next.references, [], '2021年没有账本，只有一年的不算平均')
})

test('上年的支付只有年末汇总：不能参照', async () => {
  await saveLedger(database, { ...ledger, year: 2024, monitoring: [] }, clerk)
  const { references } = await readPaymentPlan(database, { ...scopeOf(ledger), year: 2024 })
  assert.ok(!references.some(({ kind }) => kind === 'last-year'))
})
