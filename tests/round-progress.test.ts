import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { monitoringPlan } from '#operations/year/monitoring-plan.ts'
import { plannedShare } from '#rules/ledger/payment-plan.ts'
import { roundProgress } from '#rules/ledger/round-progress.ts'

const example = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(example.ledger)
const plain = example.ledger
const plan = monitoringPlan(plain)
const day = '2023-07-31'

/** The example on a day, one indicator's value written down. */
function monitored(indicator: Partial<IndicatorEntry>, value: string): Ledger {
  const [first] = plain.indicators
  assert.ok(first)
  return {
    ...plain,
    indicators: [{ ...first, ...indicator }],
    monitoring: [{ until: day, values: [{ indicator: first.id, value }] }],
  }
}

const shares: readonly [string, string][] = [
  ['2023-01-31', '0.0833'],
  ['2023-07-31', '0.5833'],
  ['2023-12-31', '1'],
  ['2023-06-15', '0.45835'],
  ['2024-02-29', '0.1667'],
]
for (const [until, share] of shares)
  test(`到${until}，计划应支出全年预算的${share}；月中按天摊`, () => {
    assert.equal(plannedShare(plan.curve, until).toFixed(), share)
  })

test('支付分在各月：到这天的支出、占预算、与计划比的灯和全年推算都有', () => {
  const ledger = {
    ...plain,
    payments: plain.payments.map((each) => (each.voucher === '汇总-02' ? { ...each, date: '2023-03-01' } : each)),
  }
  const { spent, share, warning, forecast } = roundProgress(ledger, day, plan)
  assert.deepEqual([spent.toFixed(), warning, forecast?.toFixed(2)], ['174400', 'red', '298988.51'])
  assert.equal(share?.toFixed(4), '0.0136')
})

test('支付只有年末汇总：到七月底支出了多少说不出，不亮灯', () => {
  const { share, warning, forecast } = roundProgress(plain, day, plan)
  assert.deepEqual([share, warning, forecast], [undefined, undefined, undefined])
  assert.equal(roundProgress(plain, '2023-12-31', plan).warning, 'green')
})

const lights: readonly [string, Partial<IndicatorEntry>, string, string | undefined, string | undefined][] = [
  ['次数到七月底过半，跟得上计划', { sign: '≥', target: new Big(12), unit: '次' }, '7次', 'green', '12'],
  ['次数只有计划的七成多', { sign: '≥', target: new Big(12), unit: '次' }, '5次', 'yellow', '8.57'],
  ['次数不到计划的六成', { sign: '≥', target: new Big(12), unit: '次' }, '4', 'red', '6.86'],
  ['率什么时候都按全部目标看', { sign: '≥', target: new Big(100), unit: '%' }, '94%', 'green', '94'],
  ['率低于目标的八成', { sign: '≥', target: new Big(100), unit: '%' }, '70', 'yellow', '70'],
  ['上限没有超', { sign: '≤', target: new Big(0), unit: '件' }, '0', 'green', undefined],
  ['上限已经超了', { sign: '≤', target: new Big(0), unit: '件' }, '1', 'red', undefined],
  ['定性的不亮灯', { sign: '定性', target: '较上年提高', unit: '' }, '基本达成', undefined, undefined],
  ['写的不是数，不亮灯', { sign: '≥', target: new Big(12), unit: '次' }, '若干', undefined, undefined],
]
for (const [what, indicator, value, warning, forecast] of lights)
  test(`目标监控：${what}`, () => {
    const [stands] = roundProgress(monitored(indicator, value), day, plan).indicators
    assert.deepEqual([stands?.warning, stands?.forecast?.toFixed()], [warning, forecast])
  })

/** What is known on a day of an indicator that counts meetings of a type, out of these records. */
function meetings(records: readonly Partial<WorkRecord>[], until: string, written?: string) {
  const counted = { from: 'counted', kind: 'meeting', count: 'executive', since: '2023-01-01', until: '2023-12-31' }
  const known = plain.indicators.find(({ id }) => id === 'd1')
  assert.deepEqual(known?.actual, counted)
  const type = '县政府常务会议'
  const workRecords = records.map((each, index): WorkRecord => ({
    id: `r${index}`,
    kind: 'meeting',
    organisation: '001',
    date: '2023-12-31',
    values: { type },
    ...each,
  }))
  const monitoring = written === undefined ? [] : [{ until, values: [{ indicator: 'd1', value: written }] }]
  const { indicators } = roundProgress({ ...plain, workRecords, monitoring }, until, plan)
  const { counted: value, leftOut, warning } = indicators.find(({ indicator }) => indicator === 'd1') ?? {}
  return [value?.toFixed(), leftOut && `${leftOut.records} ${leftOut.why}`, warning]
}

const [june, october, end] = ['2023-06-30', '2023-10-15', '2023-12-31']
const other = { type: '县长办公会议' }
const leftOut: readonly (readonly [string, readonly Partial<WorkRecord>[], string, readonly unknown[]])[] = [
  ['年末一条汇总写了数量：不知道', [{ quantity: 12 }], day, [undefined, '1 sums-up-the-year', undefined]],
  ['全年只有年末一条、没写数量：多半也是汇总，不知道', [{}], day, [undefined, '1 sums-up-the-year', undefined]],
  ['全都记在年末的两条：也是', [{}, { quantity: 2 }], day, [undefined, '2 sums-up-the-year', undefined]],
  [
    '同种台账平时也记，年末那天的一条是当天的事：这时还没有做，是零',
    [{ date: june, values: other }, {}],
    day,
    ['0', '1 later', 'red'],
  ],
  ['全年只有十月的一条：这时还没有做，是零', [{ date: october }], day, ['0', '1 later', 'red']],
  [
    '平时记的，加年末的汇总：数平时的，汇总没有算',
    [{ date: june }, { quantity: 5 }],
    day,
    ['1', '1 sums-up-the-year', 'red'],
  ],
  [
    '平时记的都在这天以后，又有年末汇总：汇总里有没有以前的，不知道',
    [{ date: october }, { quantity: 5 }],
    day,
    [undefined, '1 sums-up-the-year', undefined],
  ],
  ['到年末这天，汇总就是全部', [{ quantity: 12 }], end, ['12', undefined, 'green']],
  ['都在这天以前', [{ date: june, quantity: 12 }], day, ['12', undefined, 'green']],
  ['一条也没有：是零', [], day, ['0', undefined, 'red']],
  ['年末记的不是这项指标数的', [{ values: other }], day, ['0', undefined, 'red']],
]
for (const [what, records, until, expected] of leftOut)
  test(`台账数到${until}：${what}`, () => assert.deepEqual(meetings(records, until), expected))

test('写了到这天的值，年末汇总不碍事：照写的亮灯，也还说有汇总没有算', () => {
  assert.deepEqual(meetings([{ quantity: 12 }], day, '5次'), [undefined, '1 sums-up-the-year', 'yellow'])
})

test('示例里到七月底数得出的，只有平时登记过的两项', () => {
  const { indicators } = roundProgress(plain, day, plan)
  const counted = indicators.filter((each) => each.counted !== undefined).map(({ indicator }) => indicator)
  assert.deepEqual(counted, ['p3-4', 'p5-2'])
})
