import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { draftText } from '#operations/intake/describe-draft.ts'
import { draftLedger } from '#operations/intake/draft-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { readLedgerFile } from '#operations/ledgers/read-ledger-file.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { reportOf } from '../accuracy/examine.ts'
import { closePrinter } from '../accuracy/formats/write-as-pdf.ts'
import { writeFile } from '../accuracy/formats/write-file.ts'
import { allStyles } from '../accuracy/styles/all-styles.ts'
import { worldOf } from '../accuracy/world.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { write } from '../laws/law-package.ts'

const wan = (ledger: Ledger, id: string): string | undefined =>
  prepareReports(ledger)
    .set.facts.find((fact) => fact.id === id)
    ?.quantity.value.toFixed(2)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Facts a published report determines, whatever vouchers lie behind it. */
const determined = (year: number) => [
  `project.business||${year - 1}|actual`,
  ...['original', 'final', 'actual'].map((phase) => `fund.total||${year}|${phase}`),
  `spending.project||${year}|original`,
  `spending.project||${year}|actual`,
  `spending.basic||${year}|actual`,
  `three-public.reception||${year - 1}|actual`,
  `three-public.abroad||${year}|original`,
  `three-public.vehicle-running||${year}|actual`,
  `staff.on-post||${year}|none`,
  `staff.quota||${year}|none`,
]

after(closePrinter)

test('任取账本写成的报告，转回的草稿生成同样的预算、支出、三公和人员（差不过四舍五入）', async () => {
  await fc.assert(
    fc.asyncProperty(fc.noShrink(arbitraryLedger('hunan-2023')), async (ledger) => {
      const { set } = prepareReports(ledger)
      const audit = await auditDocument(await write('docx', bindSet(set), set))
      const draft = draftLedger(audit, ledger.division.code)
      assert.ok(draft)
      const again = readLedgerFile(draftText(draft))
      assert.deepEqual(again.faults, [])
      assert.equal(
        again.ledger?.projects.filter(({ evaluated }) => evaluated).length,
        ledger.projects.filter(({ evaluated }) => evaluated).length,
      )
      for (const id of determined(ledger.year)) {
        const own = wan(ledger, id)
        const drafted: string | undefined = again.ledger && wan(again.ledger, id)
        assert.equal(drafted === undefined, own === undefined, id)
        // Printed in 万元 with two decimals: a sum of printed parts may be off by their rounding.
        assert.ok(
          new Big(own ?? 0)
            .minus(drafted ?? 0)
            .abs()
            .lte('0.03'),
          `${id} ${own} ${drafted}`,
        )
      }
    }),
    { numRuns: 20, seed: 20234 },
  )
})

test('示例里自相矛盾的报告转成草稿：矛盾列为待定，一处也不替人决定，草稿可以打开', async () => {
  const path = globSync('examples/*.docx', { cwd: root })[0]
  assert.ok(path)
  const audit = await auditDocument({ name: path, bytes: readFileSync(`${root}${path}`) })
  const draft = draftLedger(audit, '430922')
  assert.ok(draft)
  const { ledger, faults } = readLedgerFile(draftText(draft))
  assert.deepEqual(faults, [])
  const questions = ledger?.openQuestions.map(({ question }) => question).join('\n') ?? ''
  for (const sides of [/1285\.30 ≠ 1286\.05/, /60 ≠ 69/, /16\.56万元 ≠ 15\.7万元/]) assert.match(questions, sides)
  // Questions stand in a list, each with what the draft holds until it is answered.
  assert.ok(ledger?.openQuestions.every(({ question }) => !question.endsWith('。')))
  const held = ledger?.openQuestions.filter(({ question }) => question.includes('没有写计算符号'))
  assert.deepEqual(
    held?.map(({ holds }) => holds),
    ['≥12次', '≥200条', '≥1'],
  )
  assert.ok(draft.figures.some(({ confidence, places }) => confidence === 'disputed' && places.length > 1))
})

test('基础数据表的明细行也收进草稿；合计与各项之和不等的，收表上的合计，写明两说', async () => {
  const path = globSync('examples/*.docx', { cwd: root })[0]!
  const draft = draftLedger(await auditDocument({ name: path, bytes: readFileSync(`${root}${path}`) }), '430922')
  const amountOf = (item: string, column: string) =>
    draft?.ledger.baseItems
      .find((each) => each.item === item && each.column === column)
      ?.amount.div(10_000)
      .toFixed(2)
  assert.deepEqual(
    [
      amountOf('project.business', 'prior-actual'),
      amountOf('project.operation', 'actual'),
      amountOf('public.office', 'prior-actual'),
      amountOf('basic-adjustment', 'prior-actual'),
      amountOf('spending.project', 'prior-actual'),
      amountOf('spending.public', 'prior-actual'),
    ],
    ['59.43', '410.90', '133.77', '169.57', '440.44', undefined],
  )
  const said = draft?.figures.find(({ what }) => what.startsWith('项目支出 2022年决算'))
  assert.deepEqual([said?.confidence, said?.shown], ['disputed', '440.44万元 / 439.44万元'])
})

test('年中追加才有钱的项目：年初批复里没有它，追加登在它名下', async () => {
  const [path] = globSync('examples/*.yaml', { cwd: root })
  const { ledger } = await openLedger(`${root}${path}`)
  assert.ok(ledger)
  const budgetLines = ledger.budgetLines.map((line) =>
    line.project === 'p5' ? { ...line, kind: 'supplement' as const } : line,
  )
  const { set } = prepareReports({ ...ledger, budgetLines })
  const draft = draftLedger(await auditDocument(await write('docx', bindSet(set), set)), '430922')
  const own = draft?.ledger.projects.find(({ name }) => name === '招商引资、立项争资')
  const lines = draft?.ledger.budgetLines.filter(({ project }) => project === own?.id)
  assert.deepEqual(
    lines?.map(({ kind, amount }) => `${kind} ${amount.div(10_000).toFixed(2)}`),
    ['supplement 34.00'],
  )
  assert.equal(wan(draft!.ledger, 'fund.total||2023|original'), '935.06')
})

test('没有写序号的标题也是标题：它下面的话不归上一节', async () => {
  const report = [
    '2023年度河道清淤项目支出绩效评价报告',
    '四、项目绩效情况分析',
    '（一）经济性分析',
    '支出没有突破预算。',
    '（二）效率性分析',
    '工程按期完工。',
    '效益性分析',
    '两岸农田不再受淹。',
  ]
  const bytes = new TextEncoder().encode(report.join('\n\n'))
  const draft = draftLedger(await auditDocument({ name: '报告.txt', bytes }), '430922')
  assert.deepEqual(
    draft?.ledger.sections.map(({ outline, text }) => `${outline} ${text}`),
    [
      'performance.economy 支出没有突破预算。',
      'performance.efficiency 工程按期完工。',
      'performance.benefit 两岸农田不再受淹。',
    ],
  )
})

test('真实的一套公开报告转成草稿：各项总数取自原文，每个数都有出处', async (context) => {
  const [path] = existsSync(`${root}../shared/seeds`) ? globSync('*.txt', { cwd: `${root}../shared/seeds` }) : []
  if (!path) {
    context.diagnostic('没有 ../shared/seeds，略过')
    return
  }
  const audit = await auditDocument({ name: path, bytes: readFileSync(`${root}../shared/seeds/${path}`) })
  const draft = draftLedger(audit, '430922')
  assert.ok(draft)
  const { ledger } = readLedgerFile(draftText(draft))
  assert.ok(ledger)
  const expected = {
    'fund.total||2023|original': '969.06',
    'fund.total||2023|actual': '1286.05',
    'spending.project||2023|actual': '422.59',
    'spending.basic||2023|actual': '863.46',
    'three-public.reception||2023|original': '16.56',
    'procurement.total||2023|actual': '12.90',
  }
  for (const [id, amount] of Object.entries(expected)) assert.equal(wan(ledger, id), amount, id)
  assert.deepEqual([ledger.projects.length, ledger.indicators.length, ledger.staffing[0]?.onPost], [6, 9, 59])
  assert.ok(draft.figures.every(({ confidence, places }) => confidence === 'assumed' || places.length > 0))
})

test('各地各式的报告都转得成可以打开、可以核对的草稿', async () => {
  for (const style of allStyles)
    for (const seed of [41, 42]) {
      const { report, file } = reportOf(style, seed)
      const draft = draftLedger(await auditDocument(await writeFile(report, file)), '430922')
      assert.ok(draft, style.id)
      const { ledger, faults } = readLedgerFile(draftText(draft))
      assert.deepEqual([style.id, faults], [style.id, []])
      assert.equal(ledger?.year, worldOf(seed).year)
      checkWholeLedger(ledger)
    }
})
