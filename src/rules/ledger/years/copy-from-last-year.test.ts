import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ActualSource, IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { carriedOver } from './copy-from-last-year.ts'

const indicator = (actual?: ActualSource): IndicatorEntry => ({
  id: 'd1',
  scope: 'department',
  level1: '产出指标',
  level2: '数量指标',
  name: '会议',
  sign: '≥',
  target: new Big(12),
  unit: '次',
  weight: new Big(10),
  varianceReason: '原因',
  improvement: '措施',
  override: { points: new Big(1), reason: '因' },
  ...(actual ? { actual } : {}),
})
const lastYear = (year: number, actual?: ActualSource) =>
  ({
    year,
    projects: [{ id: 'p1', name: '督查', organisation: '001', evaluated: true, nature: 'new', arrived: new Big(1) }],
    workKinds: [],
    goals: [{ scope: 'department', term: 'annual', planned: '开好会', achieved: '开好了' }],
    indicators: [indicator(actual)],
  }) as unknown as Ledger

const counted = (since: string, until: string): ActualSource => ({
  from: 'counted',
  kind: 'meeting',
  count: 'executive',
  since,
  until,
})
const cases: [name: string, year: number, was: ActualSource | undefined, is: ActualSource | undefined][] = [
  ['填写的完成值不带来', 2023, { from: 'entered', value: new Big(9) }, undefined],
  ['没有完成值的照旧没有', 2023, undefined, undefined],
  ['计数的移到新年度', 2023, counted('2023-01-01', '2023-12-31'), counted('2024-01-01', '2024-12-31')],
  ['闰日移到平年的二月末', 2024, counted('2024-02-29', '2024-12-31'), counted('2025-02-28', '2025-12-31')],
  [
    '取账本里的数的照旧取',
    2023,
    { from: 'fact', measure: 'fund.total', phase: 'actual' },
    { from: 'fact', measure: 'fund.total', phase: 'actual' },
  ],
]
for (const [name, year, was, is] of cases)
  test(`沿用去年的指标：${name}；原因、措施、手工分都留空，目标值不变`, () => {
    const [carried] = carriedOver(lastYear(year, was), year + 1).indicators
    const { varianceReason: _reason, improvement: _improvement, override: _override, ...bare } = indicator(is)
    assert.deepEqual(carried, bare)
  })

test('沿用去年的项目成为延续项目，到位资金留空；目标只留预期', () => {
  const { projects, goals } = carriedOver(lastYear(2023), 2024)
  assert.deepEqual(projects, [{ id: 'p1', name: '督查', organisation: '001', evaluated: true, nature: 'continued' }])
  assert.deepEqual(goals, [{ scope: 'department', term: 'annual', planned: '开好会' }])
})
