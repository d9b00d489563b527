import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ExpenditureRequest, RequestState } from '#domain/year/expenditure.ts'
import { balancesOf, remarksOnBalance } from './balances.ts'

const request = (id: string, amount: string): ExpenditureRequest => ({
  id,
  organisation: '001',
  project: 'p1',
  account: '2010302',
  economic: '30201',
  budgetLine: '2',
  amount: new Big(amount),
  purpose: '印刷',
  payee: '印刷厂',
})
const line = (key: string, kind: 'original' | 'reduction', account: string, amount: number) => ({
  key,
  organisation: '001',
  kind,
  source: 'general-public' as const,
  nature: 'project' as const,
  account,
  project: 'p1',
  amount: new Big(amount),
})
const source = (states: readonly RequestState[]) => ({
  budgetLines: [
    line('1', 'original', '2010302', 100),
    line('2', 'original', '2010302', 50),
    line('3', 'reduction', '2010302', 20),
    line('4', 'original', '2010399', 10),
  ],
  projects: [{ id: 'p1', name: '督查', organisation: '001', evaluated: true }],
  paid: [
    { project: 'p1', account: '2010302', amount: new Big(30) },
    { account: '2010302', amount: new Big(1_000) },
  ],
  others: states.map((state, index) => ({ ...request(String(index + 2), '5'), state })),
})

test('余额 = 预算（含追减）− 已支付 − 在签和已批准的别的申请，分项目、功能科目、预算指标三处', () => {
  const states: RequestState[] = ['draft', 'signing', 'approved', 'refused', 'withdrawn', 'paid']
  const balances = balancesOf(request('1', '1'), source(states))
  assert.deepEqual(
    balances.map(({ granted, paid, asked, left }) => [granted, paid, asked, left].map(String)),
    [
      ['140', '30', '10', '100'],
      ['130', '30', '10', '90'],
      ['50', '5', '10', '35'],
    ],
  )
})

const bounds: [amount: string, said: number][] = [
  ['50', 0],
  ['50.01', 1],
  ['100.01', 2],
  ['110.01', 3],
]
for (const [amount, said] of bounds)
  test(`申请${amount}元，${said === 0 ? '正好在余额以内' : `超出${said}处余额`}；级别由规则包定`, () => {
    const asked = request('1', amount)
    const all = source([])
    for (const overBalance of ['error', 'warning'] as const) {
      const remarks = remarksOnBalance(asked, balancesOf(asked, all), all, { overBalance })
      assert.deepEqual(
        remarks.map(({ severity }) => severity),
        Array.from({ length: said }, () => overBalance),
      )
    }
  })

test('预算指标不是申请的功能科目，提醒核对', () => {
  const asked = { ...request('1', '1'), budgetLine: '4' }
  const all = source([])
  const [remark] = remarksOnBalance(asked, balancesOf(asked, all), all, { overBalance: 'error' })
  assert.match(remark?.message ?? '', /预算指标4不是这个项目、这个功能科目/)
})
