import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Cell } from '#domain/document.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import { type Said, fact, indicator, readingOf } from './form-reading.ts'
import { formRules } from './form-rules.ts'

const knowledge: Knowledge = { measures: [], identities: [], accounts: new Map(), wording: { slips: [], residue: [] } }

function verdicts(id: string, reading: ReturnType<typeof readingOf>) {
  const rule = formRules.find((each) => each.id === id)
  assert.ok(rule, `没有规则${id}`)
  return rule.judge(reading, knowledge)
}

function outcomes(id: string, reading: ReturnType<typeof readingOf>): string[] {
  return verdicts(id, reading).map((verdict) =>
    verdict.outcome === 'contradiction' ? verdict.finding.severity : verdict.outcome,
  )
}

const rows: readonly (readonly [name: string, id: string, said: Said, outcome: string])[] = [
  ['扣分而原因空着是错', 'I57', { weight: '10', score: '7', reason: '' }, 'error'],
  ['扣分而原因写无是错', 'I57', { weight: '10', score: '7', reason: '无' }, 'error'],
  ['扣分写了原因不报', 'I57', { weight: '10', score: '7', reason: '热线接通慢' }, 'holds'],
  ['没有原因列不能断定', 'I57', { weight: '10', score: '7' }, 'undetermined'],
  ['满分不要原因', 'I57', { weight: '10', score: '10', reason: '' }, 'not-applicable'],
  [
    '未达到却得满分要提醒',
    'I60',
    { target: '≥4754人', actual: '4604人', weight: '10', score: '10', reason: '' },
    'warning',
  ],
  [
    '得分只算到一位小数，写了原因就不说是笔误',
    'I60',
    { target: '≥70%', actual: '66.59%', weight: '15', score: '14.20', reason: '山区改厕滞后' },
    'undetermined',
  ],
  [
    '与按比例的得分只差一处笔误，写了原因也要提醒',
    'I60',
    { target: '≥140条', actual: '120条', weight: '10', score: '8.75', reason: '汛期停测' },
    'warning',
  ],
  ['按比例得分正确', 'I60', { target: '20条', actual: '15条', weight: '10', score: '7.5', reason: '' }, 'holds'],
  [
    '按比例得分少了要提醒',
    'I60',
    { target: '20条', actual: '15条', weight: '10', score: '6.0', reason: '' },
    'warning',
  ],
  [
    '写了原因的可能另有评分标准',
    'I60',
    { target: '20条', actual: '15条', weight: '10', score: '6.0', reason: '任务推迟' },
    'undetermined',
  ],
  ['达到得满分', 'I60', { target: '≥95%', actual: '95%', weight: '10', score: '10', reason: '' }, 'holds'],
  [
    '达到却扣分且无原因要提醒',
    'I60',
    { target: '12次', actual: '12次', weight: '10', score: '7', reason: '' },
    'warning',
  ],
  ['反向指标没超为达到', 'I60', { target: '≤30天', actual: '25天', weight: '10', score: '10', reason: '' }, 'holds'],
  [
    '反向指标超了却满分要提醒',
    'I60',
    { target: '≤30天', actual: '35天', weight: '10', score: '10', reason: '' },
    'warning',
  ],
  [
    '反向指标超了扣分不硬算',
    'I60',
    { target: '≤30天', actual: '35天', weight: '10', score: '6', reason: '雨天' },
    'holds',
  ],
  [
    '带余字的完成值不硬算',
    'I60',
    { target: '400条', actual: '300余条', weight: '10', score: '10', reason: '' },
    'not-applicable',
  ],
  [
    '文字指标不算比例',
    'I60',
    { target: '全年', actual: '全年', weight: '10', score: '8', reason: '' },
    'not-applicable',
  ],
  [
    '日期不是数',
    'I60',
    { target: '2023年12月', actual: '2023年11月', weight: '10', score: '10', reason: '' },
    'not-applicable',
  ],
  [
    '不超过某数，先写不超过，再写是什么数',
    'I60',
    { target: '不超过预算1861.35万元', actual: '1822.88万元', weight: '10', score: '10', reason: '' },
    'holds',
  ],
  ['单位不同不能比较', 'I60', { target: '12次', actual: '30人', weight: '10', score: '8', reason: '' }, 'undetermined'],
  ['超出一倍而无原因要提醒', 'I62', { target: '200条', actual: '400条', reason: '' }, 'warning'],
  ['恰为一点三倍要提醒', 'I62', { target: '100条', actual: '130条', reason: '' }, 'warning'],
  ['超出不到三成不报', 'I62', { target: '100条', actual: '129条', reason: '' }, 'holds'],
  ['反向指标不看超额', 'I62', { target: '≤10天', actual: '20天', reason: '' }, 'not-applicable'],
  ['单位不同要提醒', 'I63', { target: '12次', actual: '30人' }, 'warning'],
  ['一边没写单位不能断定', 'I63', { target: '≥90%', actual: '95' }, 'undetermined'],
  ['万人与人换算后可以比较', 'I63', { target: '≥21万人', actual: '213219人' }, 'holds'],
  ['括号里的升降不是单位', 'I63', { target: '≤3%', actual: '-1.86%（下降）' }, 'holds'],
  ['百分之百量化，单位仍是百分数', 'I63', { target: '100%量化', actual: '92.5%' }, 'holds'],
  ['单位相同', 'I63', { target: '12次', actual: '12次' }, 'holds'],
  ['时效下放满意率要提醒', 'I70', { level2: '时效指标', name: '热线', target: '满意率100%' }, 'warning'],
  ['质量下放条数要提醒', 'I70', { level2: '质量指标', name: '信息', target: '200条' }, 'warning'],
  ['质量下放合格率不报', 'I70', { level2: '质量指标', name: '验收合格率', target: '≥98%' }, 'holds'],
  ['成本写全年不可衡量', 'indicator.unmeasurable', { level2: '成本指标', name: '节俭', target: '全年' }, 'warning'],
  ['成本写金额可衡量', 'indicator.unmeasurable', { level2: '成本指标', name: '节俭', target: '≤20万元' }, 'holds'],
  [
    '社会效益写文字不归本规则',
    'indicator.unmeasurable',
    { level1: '效益指标', level2: '社会效益指标', target: '有所提高' },
    'not-applicable',
  ],
  ['定性达成得分低于八成要提醒', 'I61', { actual: '达成预期指标', weight: '10', score: '7', reason: '' }, 'warning'],
  ['定性达成得分九成在档内', 'I61', { actual: '达成预期指标', weight: '10', score: '9', reason: '' }, 'holds'],
  [
    '部分达成却满分要提醒',
    'I61',
    { actual: '部分达成预期指标并具有一定效果', weight: '10', score: '10', reason: '' },
    'warning',
  ],
]
for (const [name, id, said, outcome] of rows) {
  test(`${id}：${name}`, () => assert.deepEqual(outcomes(id, readingOf([indicator(said)])), [outcome]))
}

test('I57：缺原因的话说明指标、得分和分值', () => {
  const [verdict] = verdicts(
    'I57',
    readingOf([indicator({ level2: '时效指标', name: '县长热线', weight: '10', score: '7', reason: '' })]),
  )
  assert.ok(verdict?.outcome === 'contradiction')
  assert.match(verdict.finding.message, /时效指标—县长热线.*7分.*10分/)
  assert.equal(verdict.finding.evidence.length, 3)
})

test('不可衡量的指标一张表只报一条，列出每一行', () => {
  const vague = ['节俭', '控制'].map((name) => indicator({ level2: '成本指标', name, target: '全年' }))
  const found = verdicts(
    'indicator.unmeasurable',
    readingOf([...vague, indicator({ table: 2, level2: '数量指标', target: '3次' })]),
  )
  assert.deepEqual(
    found.map((verdict) => verdict.outcome),
    ['contradiction', 'holds'],
  )
  assert.ok(found[0]?.outcome === 'contradiction' && found[0].finding.evidence.length === 2)
})

test('同一张表重复的指标只报后一个，不同表不算重复', () => {
  const same = { name: '例会', target: '12次' }
  assert.deepEqual(
    outcomes('indicator.duplicate', readingOf([indicator(same), indicator(same), indicator({ ...same, table: 2 })])),
    ['holds', 'warning', 'holds'],
  )
})

const grades: [string, string, string][] = [
  ['97', '优', 'holds'],
  ['89.9', '优', 'warning'],
  ['90', '良', 'warning'],
  ['80', '良', 'holds'],
  ['59', '差', 'holds'],
  ['79', '良好', 'warning'],
]
for (const [score, word, outcome] of grades) {
  test(`总分${score}，另一处等级写「${word}」`, () => {
    const said: Block = { kind: 'paragraph', text: `综合评定，自评等级为“${word}”。`, locus: {} }
    assert.deepEqual(outcomes('I64', readingOf([], [fact('score.total', score)], [said])), [outcome])
  })
}

test('一批自评总分全同给提示，有一份不同就不提', () => {
  const same = [0, 1, 2].map((part) => fact('score.total', '100', 'none', part))
  assert.deepEqual(outcomes('I69', readingOf([], same)), ['info'])
  assert.deepEqual(outcomes('I69', readingOf([], [...same.slice(1), fact('score.total', '98')])), ['holds'])
  assert.deepEqual(outcomes('I69', readingOf([], same.slice(1))), ['not-applicable'])
})

test('全年预算为零而有执行率要提醒，有预算不报', () => {
  assert.deepEqual(
    outcomes('I40', readingOf([], [fact('execution.rate', '100', 'actual'), fact('fund.total', '0', 'final')])),
    ['warning'],
  )
  assert.deepEqual(
    outcomes('I40', readingOf([], [fact('execution.rate', '100', 'actual'), fact('fund.total', '5', 'final')])),
    ['holds'],
  )
})

test('控制率超过百分之百要说明，说明了不报', () => {
  const over = fact('staff.control-rate', '104.35')
  assert.deepEqual(outcomes('I41', readingOf([], [over])), ['warning'])
  assert.deepEqual(
    outcomes('I41', readingOf([], [over], [{ kind: 'paragraph', text: '因军转安置超编2人。', locus: {} }])),
    ['holds'],
  )
  assert.deepEqual(outcomes('I41', readingOf([], [fact('staff.control-rate', '85.51')])), ['holds'])
})

function table(rows: readonly (readonly string[])[]): Block {
  const cells = rows.map((row, at) =>
    row.map((text, column): Cell => ({ row: at, column, rowSpan: 1, columnSpan: 1, text, locus: {} })),
  )
  return { kind: 'table', number: 1, rows: cells, locus: {} }
}

test('填过分的自评表，目标和完成情况空着是错；没填的空表不报', () => {
  const blank = table([
    ['年度总体目标', '预期目标', '实际完成情况'],
    ['', '', '已完成'],
  ])
  const filled = [indicator({ weight: '10', score: '10' })]
  assert.deepEqual(outcomes('I67', readingOf(filled, [], [blank])), ['error', 'holds'])
  assert.deepEqual(outcomes('I67', readingOf([], [], [blank])), [])
})

test('厉行节约空着给提示，写了不提', () => {
  assert.deepEqual(outcomes('I67', readingOf([], [], [table([['厉行节约保障措施', '']])])), ['info'])
  assert.deepEqual(outcomes('I67', readingOf([], [], [table([['厉行节约保障措施', '双面打印']])])), ['holds'])
})
