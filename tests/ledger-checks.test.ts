import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { readLedgerFile } from '#operations/ledgers/read-ledger-file.ts'
import { writeLedgerFile } from '#operations/ledgers/write-ledger-file.ts'
import { readWorkKind, workKinds } from '#operations/load-work-kinds.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'

const { ledger } = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(ledger)
const rules = async (each: Ledger) => checkWholeLedger(each).ledger.map(({ rule, message }) => `${rule} ${message}`)
const [payment, ...payments] = ledger.payments
const [indicator, ...indicators] = ledger.indicators
const meeting = ledger.workRecords.find(({ kind }) => kind === 'meeting')!

const cases: [name: string, change: (of: Ledger) => Partial<Ledger>, says: RegExp][] = [
  [
    '支出超过预算',
    () => ({ payments: [{ ...payment!, amount: payment!.amount.plus(10_000) }, ...payments] }),
    /ledger\.overspent 全部门的支出1287\.05万元超过全年预算1286\.05万元/,
  ],
  [
    '科目写错',
    () => ({ payments: [{ ...payment!, account: '2010377' }, ...payments] }),
    /ledger\.account 功能科目 2010377 不在政府收支分类科目里，是不是 20103/,
  ],
  [
    '日期不在本年度',
    () => ({ payments: [{ ...payment!, date: '2024-01-01' }, ...payments] }),
    /ledger\.date .*2024-01-01 不在2023年度/,
  ],
  [
    '追减登记成负数',
    ({ budgetLines }) => ({
      budgetLines: [{ ...budgetLines[0]!, key: 'x', kind: 'reduction', amount: new Big(-1) }, ...budgetLines],
    }),
    /ledger\.negative .*登记正数/,
  ],
  [
    '超编',
    ({ staffing }) => ({ staffing: [{ ...staffing[0]!, onPost: 99 }, ...staffing.slice(1)] }),
    /I48 在职99人超过编制60人/,
  ],
  ['指标没有分值', () => ({ indicators: [{ ...indicator!, weight: new Big(0) }, ...indicators] }), /ledger\.weight/],
  [
    '要自评的项目没有指标',
    ({ indicators: all }) => ({ indicators: all.filter(({ scope }) => scope === 'department') }),
    /ledger\.no-indicator 项目「改善民生、为民办实事、督查工作」/,
  ],
  [
    '台账重复登记',
    ({ workRecords }) => ({ workRecords: [...workRecords, { ...meeting, id: 'again' }] }),
    /ledger\.repeated-record 指标「县政府常务会议」：台账里重复登记的1条/,
  ],
  [
    '台账有期间以外的记录',
    ({ workRecords }) => ({ workRecords: [...workRecords, { ...meeting, id: 'late', date: '2024-01-08' }] }),
    /ledger\.out-of-period 指标「县政府常务会议」：不在2023-01-01至2023-12-31的1条（late）没有计入/,
  ],
]
for (const [name, change, says] of cases)
  test(`生成之前核对账本：${name}`, async () => {
    assert.match((await rules({ ...ledger, ...change(ledger) })).join('\n'), says)
  })

test('示例账本没有错误和提醒', async () => {
  const { ledger: entries, gaps, reports } = checkWholeLedger(ledger)
  assert.deepEqual(
    [...entries, ...reports].filter(({ severity }) => severity !== 'info'),
    [],
  )
  assert.deepEqual(gaps, [])
})

test('指标只数自己的期间：上半年的常务会议', () => {
  const bound = ledger.indicators.find(({ name, scope }) => name === '县政府常务会议' && scope === 'department')!
  const half = { ...bound.actual, until: '2023-06-30' } as typeof bound.actual
  const changed = {
    ...ledger,
    indicators: ledger.indicators.map((each) => (each === bound ? { ...each, actual: half! } : each)),
  }
  const actualOf = (of: Ledger) =>
    prepareReports(of).evaluations[0]?.indicators.find(({ input }) => input.name === '县政府常务会议')?.input.actual
  const until = ledger.workRecords
    .filter(
      ({ kind, date, values }) => kind === 'meeting' && values['type'] === '县政府常务会议' && date <= '2023-06-30',
    )
    .reduce((sum, { quantity }) => sum + (quantity ?? 1), 0)
  assert.equal(String(actualOf(ledger)), '12')
  assert.equal(String(actualOf(changed) ?? 0), String(until))
})

const wrongProse: [text: string, says: RegExp][] = [
  ['全年办理工单300件。', /「300件」没有绑定账本里的数/],
  ['支出{{no.such@actual}}。', /「{{no\.such@actual}}」在账本里找不到对应的数/],
  ['新增就业{{30人|evidence:none}}。', /佐证材料「none」账本里没有/],
]
for (const [text, says] of wrongProse)
  test(`正文「${text}」：报送前列出来`, async () => {
    const sections = [{ scope: 'department' as const, outline: 'performance.benefit', text }]
    const { gaps } = checkWholeLedger({ ...ledger, sections })
    assert.match(gaps.map(({ message }) => message).join('\n'), says)
  })

test('随产品带来的业务台账都读得出，计数规则各有单位', () => {
  assert.equal(workKinds().length, 16)
  for (const { counts } of workKinds()) assert.ok(counts.length > 0 && counts.every(({ unit }) => unit !== ''))
})

const brokenKinds: [name: string, text: string, says: RegExp][] = [
  ['没有字段', 'id: a\nname: 甲\nfields: []\nkey: [date]\ncounts: []', /至少要有一个字段/],
  [
    '数不存在的字段',
    'id: a\nname: 甲\nfields: [{ id: x, name: 丙, type: text }]\nkey: [x]\ncounts: [{ id: s, name: 和, how: sum, field: y, unit: 元 }]',
    /没有「y」这个字段/,
  ],
  [
    '认定字段不存在',
    'id: a\nname: 甲\nfields: [{ id: x, name: 丙, type: text }]\nkey: [z]\ncounts: []',
    /没有「z」这个字段/,
  ],
  ['缩进写坏', 'id: a\n name: [', /第\d行的写法有误/],
]
for (const [name, text, says] of brokenKinds)
  test(`自定的业务台账${name}：说明哪里要改`, () => {
    const { kind, faults } = readWorkKind(text)
    assert.equal(kind, undefined)
    assert.match(faults.map(({ message }) => message).join(), says)
  })

test('账本文件里没填的、填错的、改分不写理由的，用大白话说明，指到行', () => {
  const text = writeLedgerFile(ledger)
    .replace('sign: ≥', 'sign: ～')
    .replace(/(name: 建议提案满意率,.*?weight: )"?12\.5"?/, '$1 12.5, override: { points: 8 }')
    .replace(/unit: 次, /, '')
  const { faults } = readLedgerFile(text)
  const lines = faults.map(({ line, path, message }) => `${line > 0} ${path} ${message}`)
  assert.deepEqual(lines, [
    'true indicators.0.sign 填得不对，可填 ≥、>、=、≤、<、定性',
    'true indicators.0.unit 还没有填写',
    'true indicators.1.override.reason 人工改分要写理由',
  ])
})
