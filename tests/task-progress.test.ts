import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { taskProgress } from '#operations/year/task-progress.ts'

const { ledger } = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(ledger)
const saidOf = (each: Ledger, page: string) =>
  taskProgress(each, prepareReports(each)).find((task) => task.page === page)?.said

test('工作台：每项工作做到哪里，从账本里数', () => {
  assert.equal(saidOf(ledger, 'projects'), '项目 6 个，自评 5 个')
  assert.match(saidOf(ledger, 'budget') ?? '', /^预算指标 \d+ 条，支付 \d+ 笔$/)
  assert.equal(saidOf(ledger, 'indicators'), `指标 ${ledger.indicators.length} 项`)
  assert.equal(saidOf(ledger, 'monitoring'), '还没有监控')
  assert.match(saidOf(ledger, 'reports') ?? '', /章，要写的都写了$/)
})

test('还什么也没有的，说先做什么；有了就不说', () => {
  const beginOf = (each: Ledger, page: string) =>
    taskProgress(each, prepareReports(each)).find((task) => task.page === page)?.begin
  for (const page of ['budget', 'projects', 'indicators', 'records']) assert.equal(beginOf(ledger, page), undefined)
  assert.equal(beginOf({ ...ledger, budgetLines: [], payments: [] }, 'budget'), '先登记年初批复的预算，可以导入')
  assert.equal(beginOf({ ...ledger, payments: [] }, 'budget'), '登记支付，可以导入国库系统的明细')
  assert.match(beginOf({ ...ledger, workRecords: [] }, 'records') ?? '', /记一条/)
})

test('没有监控的，说先增加一期；佐证不足的，说是哪几项', () => {
  const taskOf = (each: Ledger, page: string) =>
    taskProgress(each, prepareReports(each)).find((task) => task.page === page)
  assert.equal(taskOf(ledger, 'monitoring')?.begin, '选监控到哪一天，增加一期')
  assert.equal(taskOf(ledger, 'evaluation')?.lacks, '「廉洁自律问题」「县长热线办理满意率」佐证不足，上传佐证材料')
  const unasked = ledger.indicators.map((each) => ({ ...each, evidenceRequired: [] }))
  assert.equal(taskOf({ ...ledger, indicators: unasked }, 'evaluation')?.lacks, undefined)
  const typed = ledger.indicators.map((each) => ({
    ...each,
    actual: { from: 'entered', value: '好' } as const,
    evidenceRequired: ['统计表'],
  }))
  assert.match(taskOf({ ...ledger, indicators: typed }, 'evaluation')?.lacks ?? '', /^「.+?」「.+?」等 \d+ 项佐证不足/)
})

type Round = Ledger['monitoring'][number]
const value = (written: string, possibility?: string) => ({
  indicator: 'd9',
  value: written,
  ...(possibility ? { possibility } : {}),
})
const [july, october] = ['2023-07-31', '2023-10-31']
const wanting = (until: string, what: string) => `截至2023年${until}的监控有亮灯或可能完不成的，${what}还没有写`
const rounds: readonly (readonly [string, readonly Round[], string | undefined, string | undefined])[] = [
  ['都跟得上计划，不用写', [{ until: july, values: [value('100%')] }], undefined, undefined],
  [
    '亮黄灯，原因、措施都没写',
    [{ until: july, values: [value('75%')] }],
    wanting('7月31日', '偏差原因、整改措施'),
    'causes',
  ],
  [
    '不亮灯，可是可能完不成',
    [{ until: july, values: [value('100%', '有可能')] }],
    wanting('7月31日', '偏差原因、整改措施'),
    'causes',
  ],
  [
    '写了原因，没写措施',
    [{ until: july, values: [value('70%')], causes: '人手不足' }],
    wanting('7月31日', '整改措施'),
    'measures',
  ],
  ['都写了', [{ until: july, values: [value('70%')], causes: '人手不足', measures: '增加回访' }], undefined, undefined],
  [
    '两期，先写了一期，说另一期',
    [
      { until: october, values: [value('70%')] },
      { until: july, values: [value('70%')], causes: '人手不足', measures: '增加回访' },
    ],
    wanting('10月31日', '偏差原因、整改措施'),
    'causes',
  ],
]
for (const [name, monitoring, lacks, field] of rounds)
  test(`工作台上的绩效监控：${name}`, () => {
    const indicators = ledger.indicators.filter(({ id }) => id === 'd9')
    const each = { ...ledger, indicators, monitoring }
    const task = taskProgress(each, prepareReports(each)).find(({ page }) => page === 'monitoring')
    assert.equal(task?.lacks, lacks)
    const until = task?.at?.['round']
    assert.equal(task?.at?.['at'], field && `${until} ${field}`)
  })

test('少一项完成值、少一章正文、一个项目没有指标，都数得出来', () => {
  const [first, ...others] = ledger.indicators.filter(({ scope }) => scope === 'department')
  const { actual: _, ...blank } = first!
  assert.match(
    saidOf({ ...ledger, indicators: [blank, ...others] }, 'evaluation') ?? '',
    new RegExp(`完成值 ${others.length} / ${others.length + 1} 项`),
  )
  assert.match(saidOf({ ...ledger, indicators: [blank, ...others] }, 'indicators') ?? '', /，5 个评价对象还没有指标$/)
  assert.match(saidOf({ ...ledger, sections: [] }, 'reports') ?? '', /^正文 0 章，\d+ 章还要写$/)
})
