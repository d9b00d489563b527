import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { BudgetLine } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { packageSize, writePackage } from '#operations/reports/write-package.ts'

const opened = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(opened.ledger)
const example = opened.ledger

const textOf = (runs: readonly Run[]) =>
  runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
const linesOf = ({ blocks }: PrintedReport) =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map(({ runs }) => textOf(runs)).join('|'))
      : 'runs' in block
        ? [textOf(block.runs)]
        : [],
  )
/** All that is printed of a ledger, and what is still to be put in. */
function written(ledger: Ledger) {
  const { set, gaps } = prepareReports(ledger)
  return { text: set.reports.flatMap(linesOf).join('\n'), gaps: gaps.map(({ message }) => message).join('\n') }
}

/** Errors and warnings of the audit of the set. */
const warned = (ledger: Ledger) =>
  checkWholeLedger(ledger)
    .reports.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message}`)

const blank: [name: string, change: Partial<Ledger>, isGone: RegExp, stays: RegExp, open: RegExp][] = [
  [
    '没有登记支付：执行数空着，不写成0.00',
    { payments: [] },
    /执行0\.00|支出0\.00|其中：。|执行率0\.00|收支平衡|年末结转/,
    /年度资金总额\|969\.06\|1286\.05\|\|10\|—\|—/,
    /还没有登记国库支付/,
  ],
  [
    '没有登记预算指标：预算数空着',
    { budgetLines: [] },
    /财政收入0\.00|预算0\.00|资金0\.00/,
    /年度资金总额\|\|\|1286\.05/,
    /还没有登记预算指标/,
  ],
  [
    '没有登记基础数据：楼堂馆所空着',
    { baseItems: [], buildings: [] },
    /\n0\.00\|0\.00\|—/,
    /\n—\|—\|—\|—\|—\|—/,
    /还没有登记基础数据/,
  ],
]
for (const [name, change, isGone, stays, open] of blank)
  test(`新的一年，${name}`, () => {
    const { text, gaps } = written({ ...example, ...change })
    assert.doesNotMatch(text, isGone)
    assert.match(text, stays)
    assert.match(gaps, open)
  })

test('项目一笔也没有登记：它的数空着，列为要补的，自评项目的合计不写', () => {
  const projects = [...example.projects, { id: 'n', name: '新上项目', organisation: '001', evaluated: true }]
  const { text, gaps } = written({ ...example, projects })
  assert.match(gaps, /项目「新上项目」没有登记预算，也没有支付/)
  assert.doesNotMatch(text, /新上项目[^\n]*0\.00|开展绩效自评的项目/)
})

test('没有登记预算指标的账本，不说支出超过预算', () => {
  const { ledger } = checkWholeLedger({ ...example, budgetLines: [] })
  assert.deepEqual(
    ledger.filter(({ rule }) => rule === 'ledger.overspent'),
    [],
  )
})

const [first] = example.budgetLines
const line = (key: string, kind: BudgetLine['kind'], yuan: number): BudgetLine => ({
  ...first!,
  key,
  kind,
  amount: new Big(yuan),
})
const moved: [name: string, lines: readonly BudgetLine[], says: RegExp][] = [
  [
    '上年结转另写，不算年中追加',
    [line('a', 'carry-over', 200_000)],
    /财政收入1306\.05万元，其中：年初预算969\.06万元，上年结转20\.00万元，年中追加316\.99万元。/,
  ],
  [
    '收回的比追加的多，写年中追减',
    [line('a', 'original', 5_000_000), line('b', 'reduction', 4_000_000)],
    /财政收入1386\.05万元，其中：年初预算1469\.06万元，年中追减83\.01万元。/,
  ],
]
for (const [name, lines, says] of moved)
  test(`收入从哪里来：${name}，核对没有发现`, () => {
    const ledger = { ...example, budgetLines: [...example.budgetLines, ...lines] }
    assert.match(written(ledger).text, says)
    assert.deepEqual(warned(ledger), [])
  })

for (const name of ['政府采购代码', '2023年度部门整体支出', '部门整体支出绩效目标管理', '项目支出自评'])
  test(`项目叫「${name}」，整套材料核对没有发现`, () => {
    const projects = example.projects.map((each, index) => (index === 0 ? { ...each, name } : each))
    assert.deepEqual(warned({ ...example, projects }), [])
  })

test('一张表也写不出的，不写空的工作簿', async () => {
  const { set } = prepareReports({ ...example, pack: 'sichuan-2023', indicators: [] })
  const names: string[] = []
  for await (const { name } of writePackage(set, ['xlsx'])) names.push(name)
  assert.deepEqual([names, packageSize(set, ['xlsx'])], [[], 0])
})
