import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { importFile } from '#operations/imports/import-file.ts'
import { importTables } from '#operations/imports/import-tables.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { temporaryDatabase } from '../storage/temporary-database.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const { database } = await temporaryDatabase()
const unit = '001-01'
const basic = { organisation: unit, source: 'own', nature: 'basic', account: '2010301' } as const
const stored: Ledger = {
  ...ledger,
  projects: ledger.projects.map((each) => (each.id === 'p4' ? { ...each, organisation: unit } : each)),
  budgetLines: [...ledger.budgetLines, { ...basic, key: 'B9', kind: 'original', amount: new Big(5000) }],
  payments: [
    ...ledger.payments,
    { ...basic, voucher: 'V9', date: '2023-05-01', economic: '30201', amount: new Big(4) },
  ],
  workRecords: [
    ...ledger.workRecords,
    {
      id: 'H9',
      kind: 'hotline-order',
      organisation: unit,
      date: '2023-05-02',
      values: { order: 'A9', status: '在办', satisfied: '满意' },
    },
  ],
}

/** name, table, lines handed in, what the ledger then holds of the entry that was there and of the new one */
const cases: [string, string, string[], (after: Ledger) => unknown, unknown][] = [
  [
    '支付没有单位和资金来源两栏',
    '国库支付明细',
    [
      '凭证号,支付日期,支付金额（元）,功能科目,部门经济分类,支出类型',
      'V9,2023-05-01,6,2010301,30201,基本支出',
      'V10,2023-05-01,7,2010301,30201,基本支出',
    ],
    ({ payments }) =>
      payments
        .filter(({ voucher }) => /^V\d/.test(voucher))
        .map(({ organisation, source, amount }) => [organisation, source, amount.toFixed()]),
    [
      [unit, 'own', '6'],
      ['001', 'general-public', '7'],
    ],
  ],
  [
    '预算指标没有单位和资金来源两栏',
    '预算指标',
    [
      '指标编号,指标类型,功能科目,支出类型,金额（元）',
      'B9,年初批复,2010301,基本支出,6000',
      'B10,年初批复,2010301,基本支出,7000',
    ],
    ({ budgetLines }) =>
      budgetLines
        .filter(({ key }) => /^B\d/.test(key))
        .map(({ organisation, source, amount }) => [organisation, source, amount.toFixed()]),
    [
      [unit, 'own', '6000'],
      ['001', 'general-public', '7000'],
    ],
  ],
  [
    '项目没有实施单位一栏',
    '项目',
    ['项目编号,项目名称,是否自评', 'p4,核电科普工作,是', 'p10,新上项目,否'],
    ({ projects }) =>
      projects.filter(({ id }) => ['p4', 'p10'].includes(id)).map(({ organisation, name }) => [organisation, name]),
    [
      [unit, '核电科普工作'],
      ['001', '新上项目'],
    ],
  ],
  [
    '热线工单没有单位和满意情况两栏',
    '热线工单台账',
    ['编号,登记日期,工单号,办理状态', 'H9,2023-05-02,A9,办结', 'H10,2023-05-02,A10,办结'],
    ({ workRecords }) =>
      workRecords.filter(({ id }) => /^H\d/.test(id)).map(({ organisation, values }) => [organisation, values]),
    [
      [unit, { order: 'A9', status: '办结', satisfied: '满意' }],
      ['001', { order: 'A10', status: '办结' }],
    ],
  ],
]

for (const [name, zh, lines, held, expected] of cases)
  test(`${name}：登记过的照旧，新登记的算部门本级`, async () => {
    await saveLedger(database, stored, { who: '填报人' })
    const table = importTables(stored.workKinds).find((each) => each.zh === zh)
    assert.ok(table, zh)
    const source = { name: `${zh}.csv`, chunks: [new TextEncoder().encode(lines.join('\n'))] }
    const outcome = await importFile(database, scopeOf(stored), table, source, { who: '填报人' })
    assert.deepEqual(
      outcome.faults.filter(({ severity }) => severity === 'error'),
      [],
    )
    assert.deepEqual([outcome.stored?.new, outcome.stored?.changed], [1, 1])
    assert.deepEqual(held(await loadLedger(database, scopeOf(stored))), expected)
  })

test('账本里还没有支付的，没有单位一栏的也算部门本级', async () => {
  await saveLedger(database, { ...stored, payments: [] }, { who: '填报人' })
  const [[, zh, lines] = ['', '', []]] = cases
  const table = importTables(stored.workKinds).find((each) => each.zh === zh)!
  const source = { name: '支付.csv', chunks: [new TextEncoder().encode(lines.join('\n'))] }
  await importFile(database, scopeOf(stored), table, source, { who: '填报人' })
  const { payments } = await loadLedger(database, scopeOf(stored))
  assert.deepEqual(
    payments.map(({ organisation, source: from }) => [organisation, from]),
    [
      ['001', 'general-public'],
      ['001', 'general-public'],
    ],
  )
})
