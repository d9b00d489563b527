import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountingRule, WorkKind, WorkRecord } from '#domain/ledger/work-ledger.ts'
import { countRecords } from './count-records.ts'

const kind: Pick<WorkKind, 'id' | 'key'> = { id: 'order', key: ['number'] }
const year = { since: '2023-01-01', until: '2023-12-31' }

function record(id: string, date: string, values: Record<string, string>, quantity?: number): WorkRecord {
  return { id, kind: 'order', organisation: '001', date, values, ...(quantity ? { quantity } : {}) }
}

/** Five orders: one re-registered, one of last year, one summary of ten, one of another kind. */
const records: WorkRecord[] = [
  record('a', '2023-01-05', { number: '1', status: '在办', amount: '2.5', village: '甲村' }),
  record('b', '2023-03-05', { number: '1', status: '办结', amount: '3.5', village: '甲村' }),
  record('c', '2023-06-30', { number: '2', status: '办结', amount: '', village: '乙村' }),
  record('d', '2022-12-31', { number: '3', status: '办结', amount: '100', village: '丙村' }),
  record('e', '2023-12-31', { number: '', status: '退回', amount: '4', village: '' }, 10),
  { ...record('f', '2023-05-01', { number: '9', status: '办结' }), kind: 'meeting' },
]
const done = [{ field: 'status', in: ['办结'] }]
const rule = (how: CountingRule['how'], more: Partial<CountingRule> = {}): CountingRule => ({
  id: 'r',
  name: '数',
  how,
  unit: '件',
  ...more,
})

const cases: [name: string, rule: CountingRule, value: string | undefined, records: string[]][] = [
  ['件数：重复登记的算一次，汇总的按件数', rule('count'), '12', ['b', 'c', 'e']],
  ['办结件数：看最后一次登记的状态', rule('count', { where: done }), '2', ['b', 'c']],
  ['在办件数：已改为办结的不算', rule('count', { where: [{ field: 'status', in: ['在办'] }] }), '0', []],
  ['不同的村：空的不算', rule('distinct', { field: 'village' }), '2', ['b', 'c']],
  ['求和：空的不当零，最后一次登记的数', rule('sum', { field: 'amount' }), '7.5', ['b', 'e']],
  ['求和：登记了，没有一条写明金额', rule('sum', { field: 'area' }), undefined, []],
  ['求和：一条也没有登记', rule('sum', { field: 'amount', where: [{ field: 'status', in: ['无'] }] }), '0', []],
  ['比率：12件里办结2件', rule('rate', { of: done, unit: '%' }), '16.666666666666666666666666666667', ['b', 'c', 'e']],
  [
    '比率：按金额，没有金额的不算',
    rule('rate', { of: done, field: 'amount', unit: '%' }),
    '46.666666666666666666666666666667',
    ['b', 'e'],
  ],
  [
    '比率：没有一条写明是否按期，不说是 0%',
    rule('rate', { of: [{ field: 'in-time', in: ['是'] }], unit: '%' }),
    undefined,
    ['b', 'c', 'e'],
  ],
  ['比率：没有一件可比', rule('rate', { where: [{ field: 'status', in: ['无'] }], of: done }), undefined, []],
  ['最近一次', rule('latest', { field: 'amount' }), '4', ['e']],
  ['按单位数', rule('count', { where: [{ field: 'organisation', in: ['002'] }] }), '0', []],
]
for (const [name, each, value, from] of cases)
  test(name, () => {
    const counted = countRecords(records, kind, each, year)
    assert.equal(counted.value?.toFixed(), value)
    assert.deepEqual(counted.records, from)
  })

test('重复的、期间以外的另外列出', () => {
  const { duplicates, outOfPeriod } = countRecords(records, kind, rule('count'), year)
  assert.deepEqual([duplicates, outOfPeriod], [['a'], ['d']])
})

const periods: [since: string, until: string, value: string][] = [
  ['2023-01-01', '2023-03-04', '1'],
  ['2023-01-01', '2023-03-05', '1'],
  ['2023-03-05', '2023-06-30', '2'],
  ['2023-07-01', '2023-12-30', '0'],
]
for (const [since, until, value] of periods)
  test(`${since}至${until}，首尾两天都算：${value}件`, () => {
    assert.equal(countRecords(records, kind, rule('count'), { since, until }).value?.toFixed(), value)
  })
