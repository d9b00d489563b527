import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ActualSource, IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Evidence } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { evidenceStandings } from './evidence-standing.ts'

const file = (id: string, name: string, proves?: Evidence['proves']): Evidence => ({
  id,
  name,
  sha256: id.repeat(64).slice(0, 64),
  size: 1,
  ...(proves ? { proves } : {}),
})
const record = (id: string, date: string, evidence: string[]): WorkRecord => ({
  id,
  kind: 'meeting',
  organisation: '001',
  date,
  values: {},
  evidence,
})
const counted: ActualSource = {
  from: 'counted',
  kind: 'meeting',
  count: 'total',
  since: '2023-01-01',
  until: '2023-12-31',
}
const entered = (...evidence: string[]): ActualSource => ({ from: 'entered', value: new Big(1), evidence })
const evidence = [
  file('a', '第3次会议纪要.pdf'),
  file('b', '扫描件001.pdf', [{ indicator: 'd1', requirement: '签到表' }]),
  file('c', '扫描件002.pdf', [{ indicator: 'd1' }]),
  file('d', '签到表.pdf', [{ indicator: 'd2' }]),
]

const cases: [name: string, required: string[], actual: ActualSource | undefined, given: string[], open: string[]][] = [
  ['不要求材料', [], undefined, ['b', 'c'], []],
  ['绑定时说明是哪一样', ['签到表'], undefined, ['b', 'c'], []],
  ['绑定时没有说明，名字也看不出', ['回访记录'], undefined, ['b', 'c'], ['回访记录']],
  ['填写的完成值带着的材料，按名字认', ['会议纪要', '签到表'], entered('a'), ['b', 'c', 'a'], []],
  ['期间以内台账记录的附件算，期间以外的不算', ['会议纪要'], counted, ['b', 'c', 'a'], []],
  ['账本里没有的编号不算', ['会议纪要'], entered('x'), ['b', 'c'], ['会议纪要']],
]
const records = [record('m1', '2023-03-01', ['a']), record('m2', '2022-12-31', ['d'])]
for (const [name, required, actual, given, open] of cases)
  test(`佐证材料：${name}`, () => {
    const indicator = { id: 'd1', name: '会议', evidenceRequired: required, ...(actual ? { actual } : {}) }
    const ledger = { indicators: [indicator as unknown as IndicatorEntry], evidence, workRecords: records }
    const [standing] = evidenceStandings(ledger, () => true)
    assert.deepEqual([standing?.given, standing?.open], [given, open])
  })

test('文件不见了的不算，缺一些、一样也没有分得清', () => {
  const indicator = { id: 'd1', name: '会议', evidenceRequired: ['会议纪要', '签到表'], actual: entered('a') }
  const ledger = { indicators: [indicator as unknown as IndicatorEntry], evidence, workRecords: [] }
  const outcome = (gone: string[]) => evidenceStandings(ledger, ({ id }) => !gone.includes(id))[0]?.outcome
  assert.deepEqual([outcome([]), outcome(['a']), outcome(['a', 'b'])], ['enough', 'some', 'none'])
})
