import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { mendOf } from '#operations/workflow/mend-places.ts'
import { gapToFill } from '#operations/workflow/page-of-finding.ts'

const path = fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = (await openLedger(path)) as { ledger: Ledger }

/** The finding of a rule, and the fields of each of its sides: 'staffing 001 retired'. */
function sidesOf(changed: Ledger, rule: string) {
  const finding = checkWholeLedger(changed).reports.find((each) => each.rule === rule)
  assert.ok(finding, `没有发现 ${rule}`)
  const sides = finding.mend.map(({ text, fields }) => ({
    text,
    fields: fields.map(({ list, key, field, more }) => [list, ...key, field, more].join(' ')),
  }))
  return { sides, first: mendOf(finding.mend).entry }
}
const withText = (outline: string, more: string): Ledger => ({
  ...ledger,
  sections: ledger.sections.map((each) =>
    each.scope === 'department' && each.outline === outline ? { ...each, text: `${each.text}\n${more}` } : each,
  ),
})

test('成稿里的矛盾：正文里打进去的数，指到写这一节的地方', () => {
  const { sides, first } = sidesOf(
    withText('problems', '现有退休人员33人，其中离休2人、退休32人。'),
    'sum.parts-of-whole',
  )
  assert.deepEqual(
    sides.map(({ text }) => text),
    ['33人', '2人', '32人'],
  )
  for (const { fields } of sides) assert.deepEqual(fields, ['sections department problems text 0'])
  assert.deepEqual(first, { list: 'sections', key: ['department', 'problems'], field: 'text' })
})

test('成稿里的矛盾：一边是正文，一边是账本写出的数，各指到各的登记', () => {
  const { sides } = sidesOf(withText('problems', '年末退休人员33人。'), 'fact.repeated')
  const all = sides.flatMap(({ text, fields }) => fields.map((field) => `${text}：${field}`))
  assert.ok(all.includes('33人：sections department problems text 0'), all.join('\n'))
  assert.ok(
    all.some((each) => /^34人：staffing 001 retired 1$/.test(each)),
    all.join('\n'),
  )
})

test('成稿里的矛盾：基础数据表里合计与各项不符，指到基础数据的那几格', () => {
  const item = { item: 'three-public.total', column: 'original', amount: new Big(990_000) } as const
  const { sides, first } = sidesOf({ ...ledger, baseItems: [...ledger.baseItems, item] }, 'I42')
  assert.deepEqual(
    sides.map(({ fields }) => fields.join()),
    [
      'baseItems three-public.total original amount 0',
      'baseItems three-public.vehicle-purchase original amount 1',
      'baseItems three-public.abroad original amount 0',
      'baseItems three-public.reception original amount 0',
    ],
  )
  assert.deepEqual(first, { list: 'baseItems', key: ['three-public.total', 'original'], field: 'amount' })
})

test('正文里没有依据的数、自评表里改过头的分，指到那一节、那一条指标', () => {
  const gaps = checkWholeLedger(withText('problems', '另有志愿者12人。')).gaps
  assert.deepEqual(
    gaps.map(({ from }) => from),
    [{ list: 'sections', key: ['department', 'problems'], field: 'text' }],
  )
  const [first, ...others] = ledger.indicators
  const override = { points: first!.weight.plus(3), reason: '加分' }
  const { gaps: faults } = checkWholeLedger({ ...ledger, indicators: [{ ...first!, override }, ...others] })
  assert.deepEqual(
    faults.map(({ from }) => from),
    [{ list: 'indicators', key: [first!.id], field: 'override' }],
  )
})

test('登记里的问题指到那一栏：负数金额、年度外的日期、没有的科目', () => {
  const [line, ...lines] = ledger.budgetLines
  const [payment, ...payments] = ledger.payments
  const { ledger: found } = checkWholeLedger({
    ...ledger,
    budgetLines: [{ ...line!, account: '2010399999' }, ...lines],
    payments: [{ ...payment!, date: '2022-12-31' }, ...payments],
  })
  assert.deepEqual(
    found.map(({ rule, where, field }) => [rule, where, field]).filter(([rule]) => rule !== 'ledger.overspent'),
    [
      ['ledger.account', 'budgetLines.0', 'account'],
      ['ledger.date', 'payments.0', 'date'],
    ],
  )
})

test('还没有登记的：指到登记它的那一页、那张表，不是报告', () => {
  const bare = { ...ledger, payments: [], staffing: [], indicators: [], projects: [], sections: [] } as Ledger
  const told = checkWholeLedger(bare).gaps.map(gapToFill)
  const at = (words: string) => {
    const found = told.find(({ message }) => message.includes(words))
    return `${found?.page} ${found?.entry?.list} ${found?.message}`
  }
  assert.equal(at('国库支付'), 'budget payments 【账本】还没有登记国库支付，执行数和执行率都空着')
  assert.equal(at('人员编制'), 'unit staffing 【账本】还没有登记人员编制，编制数和在职人数都空着')
  assert.equal(at('自评表没有生成'), 'indicators indicators 【自评表】没有绩效指标，自评表没有生成')
  assert.match(at('改进措施'), /^reports sections /)
})

test('失了分没有写原因：只说一次，写明得分和分值，指到自评表的那一格，不是指标页', () => {
  const indicators = ledger.indicators.map((each) => {
    const { varianceReason: _, improvement: _improvement, ...bare } = each
    return each.id === 'd9' ? bare : each
  })
  const changed = { ...ledger, indicators }
  const { ledger: entries, gaps, reports } = checkWholeLedger(changed)
  const told = gaps.map(gapToFill)
  const gap = told.find(({ message }) => message.includes('没有写偏差原因'))
  assert.match(gap?.message ?? '', /指标「县长热线办理满意率」得分9\.5分，低于分值10分，/)
  const wanting = [...entries, ...told, ...reports].filter(({ message }) => message.includes('偏差原因'))
  assert.deepEqual(
    wanting.map(({ message }) => message),
    [gap?.message],
  )
  assert.deepEqual(gap?.entry, { list: 'indicators', key: ['d9'], field: 'varianceReason' })
  assert.equal(gap?.page, 'evaluation')
})

test('成稿里的矛盾：正文里注明佐证材料的数，也指到写这一节的地方', () => {
  const indicators = ledger.indicators.map((each) =>
    each.id === 'd9' ? { ...each, actual: { from: 'entered', value: new Big(90) } as const } : each,
  )
  const { sides } = sidesOf({ ...ledger, indicators }, 'I71.cells')
  assert.deepEqual(sides.find(({ text }) => text === '95%')?.fields, ['sections department performance.benefit text 0'])
})
