import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { monitoringPlan } from '#operations/year/monitoring-plan.ts'
import { knownProgress } from '#operations/year/read-round.ts'
import { plannedShare, roundProgress } from '#rules/ledger/round-progress.ts'

const example = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(example.ledger)
const plain = example.ledger
const plan = monitoringPlan(plain.pack)
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
    assert.equal(plannedShare(plan, until).toFixed(), share)
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

test('没写值的按台账数到那一天：记录都在年末的，到七月底是零，到年末是全部', () => {
  const countedOn = (until: string) =>
    roundProgress(plain, until, plan)
      .indicators.find(({ indicator }) => indicator === 'd1')
      ?.counted?.toFixed()
  assert.deepEqual([countedOn(day), countedOn('2023-12-31')], ['0', '12'])
})

test('台账只有年末汇总的：到七月底完成多少不知道，不填零、不亮灯；年末是全部', () => {
  const standing = (until: string) => {
    const { summedUp, indicators } = knownProgress(plain, until)
    const own = indicators.find(({ indicator }) => indicator === 'd1')
    return [summedUp.includes('d1'), own?.counted?.toFixed(), own?.warning]
  }
  assert.deepEqual(standing(day), [true, undefined, undefined])
  assert.deepEqual(standing('2023-12-31'), [false, '12', 'green'])
})

test('有一条登记在汇总以外的：到七月底按登记的数', () => {
  const workRecords = plain.workRecords.map((each) => (each.id === 'm2' ? { ...each, date: '2023-06-30' } : each))
  const { summedUp, indicators } = knownProgress({ ...plain, workRecords }, day)
  assert.equal(summedUp.includes('d1'), false)
  assert.equal(indicators.find(({ indicator }) => indicator === 'd1')?.counted?.toFixed(), '12')
})

test('写了到这天的值，年末汇总不碍事：照写的亮灯', () => {
  const monitoring = [{ until: day, values: [{ indicator: 'd1', value: '5次' }] }]
  const own = knownProgress({ ...plain, monitoring }, day).indicators.find(({ indicator }) => indicator === 'd1')
  assert.deepEqual([own?.counted, own?.warning], [undefined, 'yellow'])
})
