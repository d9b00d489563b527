import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { planFaults } from '#domain/year/payment-plan.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { readLedgerFile } from '#operations/ledgers/read-ledger-file.ts'
import { writeLedgerFile } from '#operations/ledgers/write-ledger-file.ts'
import { monitoringPlan } from '#operations/year/monitoring-plan.ts'
import { asPaymentPlan, curveKind, meanPlan, plannedShare } from '#rules/ledger/payment-plan.ts'
import { executionOf } from '#rules/ledger/facts/execution.ts'
import { roundProgress } from '#rules/ledger/round-progress.ts'

const { ledger: plain } = await openLedger(
  fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(plain)
const day = '2023-07-31'
const late = '0 0 5 10 20 30 40 50 60 75 90 100'
const decimals = (text: string) => text.split(' ').map((share) => new Big(share))
const texts = (plan: readonly Big[] | undefined) => plan?.map((share) => share.toFixed())

/** The example with a budget of 100万元, of which some was paid in March and the rest of the year's is still to come. */
function paying(wan: string, plan?: string): Ledger {
  const [line, payment] = [plain!.budgetLines[0], plain!.payments[0]]
  assert.ok(line && payment)
  return {
    ...plain!,
    budgetLines: [{ ...line, kind: 'original', amount: new Big(1_000_000) }],
    payments: [
      { ...payment, date: '2023-03-15', amount: new Big(wan).times(10_000) },
      { ...payment, voucher: '年末', date: '2023-12-20', amount: new Big(10_000) },
    ],
    ...(plan === undefined ? {} : { paymentPlan: decimals(plan) }),
  }
}

const rounds: readonly [
  what: string,
  wan: string,
  plan: string | undefined,
  planned: string,
  warning: string,
  rate: string | undefined,
  forecast: string | undefined,
][] = [
  ['没有自定，按序时进度：付了三成是红的', '30', undefined, '0.5833', 'red', '0.5143', '514315.1'],
  ['自定的七月该付四成，付了三成是黄的', '30', late, '0.4', 'yellow', '0.75', '750000'],
  ['付到自定进度的八成就是绿的', '32', late, '0.4', 'green', '0.8', '800000'],
  ['不到自定进度的八成还是黄的', '31.99', late, '0.4', 'yellow', '0.7998', '799750'],
  ['正好六成是黄的', '24', late, '0.4', 'yellow', '0.6', '600000'],
  ['不到自定进度的六成是红的', '23.99', late, '0.4', 'red', '0.5998', '599750'],
  ['超过自定进度是绿的', '50', late, '0.4', 'green', '1.25', '1250000'],
  [
    '自定得比序时快，付了五成反而是黄的',
    '50',
    '10 20 30 40 50 60 70 80 90 95 100 100',
    '0.7',
    'yellow',
    '0.7143',
    '714285.71',
  ],
  ['全年只打算付九成的，照此推算到九成为止', '40', '0 0 5 10 20 30 40 50 60 75 85 90', '0.4', 'green', '1', '900000'],
  [
    '这时还不用付的，没付也是绿的，说不出进度率',
    '0',
    '0 0 0 0 0 0 0 0 0 50 90 100',
    '0',
    'green',
    undefined,
    undefined,
  ],
]
for (const [what, wan, plan, planned, warning, rate, forecast] of rounds)
  test(`既定支付进度：${what}`, () => {
    const ledger = paying(wan, plan)
    const round = roundProgress(ledger, day, monitoringPlan(ledger))
    assert.equal(round.plannedBy, plan === undefined ? 'even' : 'own')
    const { planned: asked, warning: light, paymentRate, forecast: year } = round
    assert.deepEqual([asked.toFixed(), light], [planned, warning])
    assert.deepEqual([paymentRate?.round(4).toFixed(), year?.toFixed()], [rate, forecast])
  })

test('既定支付进度只管支出：指标照样按序时进度', () => {
  const goalsOf = (ledger: Ledger) => roundProgress(ledger, day, monitoringPlan(ledger)).indicators
  assert.deepEqual(goalsOf(paying('30', late)), goalsOf(paying('30')))
  const ledger = paying('30', late)
  assert.equal(roundProgress(ledger, day, monitoringPlan(ledger)).goalsBy, 'even')
})

test('逐月的计划、预警跟着自定的进度，写明按什么', () => {
  const source = (ledger: Ledger) =>
    executionOf({
      ...ledger,
      spent: [{ account: '2010301', month: 3, amount: new Big(300_000) }],
      plan: monitoringPlan(ledger),
      accountNames: new Map(),
      threePublic: [],
      economic: [],
      through: 12,
    })
  const [even, own] = [source(paying('30')), source(paying('30', late))]
  assert.deepEqual([even.plannedBy, own.plannedBy], ['even', 'own'])
  assert.deepEqual(
    own.months.map(({ planned }) => planned.times(100).toFixed()),
    late.split(' '),
  )
  const lights = ({ months }: typeof own) => months.map(({ warning }) => warning?.[0]).join('')
  assert.deepEqual([lights(even), lights(own)], ['rrggyyrrrrrr', 'ggggggyyrrrr'])
})

test('自定的进度到月中按天摊', () => {
  assert.equal(plannedShare(decimals(late), '2023-07-31').toFixed(), '0.4')
  assert.equal(plannedShare(decimals(late), '2023-08-31').toFixed(), '0.5')
  assert.equal(plannedShare(decimals(late), '2023-04-15').toFixed(), '0.075')
})

test('规则包的曲线每月十二分之一才叫序时进度', () => {
  assert.equal(curveKind(monitoringPlan(plain).curve), 'even')
  assert.equal(curveKind(decimals(late)), 'pack')
})

const typed: readonly [what: string, shares: string, said: readonly string[]][] = [
  ['逐月不降的没有问题', late, []],
  ['两位、更多位小数都行', '8.33 16.67 25 33.333 41.67 50 58.33 66.67 75 83.33 91.67 100', []],
  ['年底不必到一百', '0 0 0 0 0 0 0 0 0 0 0 95.5', []],
  ['哪个月比前一个月低', '10 20 15 30 40 50 60 70 80 90 95 100', ['3月不能低于2月的 20%：填的是到月底的累计']],
  ['超过一百', '10 20 30 40 50 60 70 80 90 95 100 100.01', ['12月不能超过 100%，全年预算最多支付完']],
  ['负数', '-1 20 30 40 50 60 70 80 90 95 100 100', ['1月请填 0 到 100 之间的数，如 41.67']],
  ['不是数', '10 二十 30 40 50 60 70 80 90 95 100 100', ['2月请填 0 到 100 之间的数，如 41.67']],
]
for (const [what, shares, said] of typed)
  test(`填的既定支付进度：${what}`, () => {
    const found = planFaults(shares.split(' '))
    assert.deepEqual(
      found.map(({ message }) => message),
      said,
    )
  })

test('还空着的月份不算错，后面的与有数的那个月比', () => {
  assert.deepEqual(planFaults(['', '20', '', '15', '', '', '', '', '', '', '', '']), [
    { month: 4, message: '4月不能低于2月的 20%：填的是到月底的累计' },
  ])
})

test('写进账本文件再读出，一字不差；没有自定的整个不写', () => {
  const ledger = paying('30', '8.33 16.67 25 33.333 41.67 50 58.33 66.67 75 83.33 91.67 100')
  const text = writeLedgerFile(ledger)
  const { ledger: read, faults } = readLedgerFile(text)
  assert.deepEqual(faults, [])
  assert.deepEqual(texts(read?.paymentPlan), texts(ledger.paymentPlan))
  assert.doesNotMatch(writeLedgerFile(paying('30')), /paymentPlan/)
})

for (const [what, written, said] of [
  ['少一个月', '[10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100]', '共 12 个'],
  ['降了', '[10, 20, 15, 40, 50, 60, 70, 80, 90, 95, 100, 100]', '3月不能低于2月的 20%'],
  ['空着一个月', '[10, 20, "", 40, 50, 60, 70, 80, 90, 95, 100, 100]', '3月还没有填'],
  ['超过一百', '[10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100, 101]', '12月不能超过 100%'],
] as const)
  test(`账本文件里的既定支付进度${what}：指到那一行，说怎么改`, () => {
    const text = writeLedgerFile(paying('30')).replace(/^year: .*$/m, (line) => `${line}\npaymentPlan: ${written}`)
    const { ledger, faults } = readLedgerFile(text)
    assert.equal(ledger, undefined)
    assert.match(faults.map(({ message }) => message).join('；'), new RegExp(said))
    const [fault] = faults
    assert.match(text.split('\n')[(fault?.line ?? 0) - 1] ?? '', /paymentPlan/)
  })

const years: readonly [what: string, shares: string, plan: string | undefined][] = [
  [
    '按比例，四舍五入到两位',
    '0.05 0.1 0.2 0.25 0.333333 0.4 0.5 0.6 0.7 0.8 0.9 0.98765',
    '5 10 20 25 33.33 40 50 60 70 80 90 98.77',
  ],
  ['退回的月份按前一个月', '0.1 0.2 0.18 0.3 0.4 0.5 0.6 0.7 0.8 0.9 0.95 1', '10 20 20 30 40 50 60 70 80 90 95 100'],
  ['付得比预算多的按一百', '0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 1.05 1.1', '10 20 30 40 50 60 70 80 90 100 100 100'],
  ['有的月份不知道，不能参照', '0.1 0.2 0.3', undefined],
]
for (const [what, shares, plan] of years)
  test(`以前年度的支付当作既定支付进度：${what}`, () => {
    assert.deepEqual(texts(asPaymentPlan(decimals(shares)))?.join(' '), plan)
  })

test('几年的平均逐月算', () => {
  const mean = meanPlan([decimals(late), decimals('10 20 30 40 50 60 70 80 90 95 100 100')])
  assert.equal(texts(mean)?.join(' '), '5 10 17.5 25 35 45 55 65 75 85 95 100')
})
