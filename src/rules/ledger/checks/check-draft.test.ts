import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { IndicatorEntry, Sign } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { unambitious } from './check-ambition.ts'
import { checkDraft } from './check-draft.ts'

const draft = (change: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  id: 'new',
  scope: 'department',
  level1: '产出指标',
  level2: '数量指标',
  name: '专题调研',
  sign: '≥',
  target: new Big(2),
  unit: '次',
  weight: new Big(10),
  ...change,
})
const group = (heading: string, points: number) => ({ headings: [heading], points: new Big(points) })
const pack = {
  title: '试行',
  variants: [
    { id: 'a', title: '', groups: [group('产出指标', 50), group('效益指标', 30), group('满意度指标', 10)] },
    { id: 'b', title: '', groups: [group('产出指标', 50), group('效益指标', 40)] },
  ],
} as unknown as RulePack
const stored = [draft({ id: 'd1', name: '会议', weight: new Big(40) })]
const ledger = { year: 2023, projects: [], workRecords: [], indicators: stored } as unknown as Ledger
const said = (indicator: IndicatorEntry) =>
  checkDraft(indicator, { ledger, pack, earlier: [] }).map(({ rule, field }) => `${rule} ${field}`)

const cases: [name: string, change: Partial<IndicatorEntry>, said: string[]][] = [
  ['分值正好，没有要说的', {}, []],
  ['分值为零', { weight: new Big(0) }, ['ledger.weight weight', 'indicator.weights weight']],
  ['分值多了', { weight: new Big(11) }, ['indicator.weights weight']],
  ['定量写文字，又是空话', { target: '全年' }, ['indicator.unmeasurable target', 'indicator.unmeasurable target']],
  ['没有单位', { unit: '' }, ['indicator.unit unit']],
  ['质量下放条数', { level2: '质量指标', unit: '条', name: '信息' }, ['I70 level2']],
  ['时效下放满意率', { level2: '时效指标', unit: '%', name: '热线满意率' }, ['I70 level2']],
  ['数量下放满意度', { unit: '%', name: '群众满意度' }, ['indicator.heading-hint level2']],
  ['数量下放及时率', { unit: '%', name: '完成及时率' }, ['indicator.heading-hint level2']],
  ['数量下放合格率', { unit: '%', name: '验收合格率' }, ['indicator.heading-hint level2']],
  ['数量下放成本', { unit: '万元', name: '控制成本', sign: '≤' }, ['indicator.heading-hint level2']],
  ['数量下放完成率，不说', { unit: '%', name: '实际完成率' }, []],
  ['质量下放满意率，不说', { level2: '质量指标', unit: '%', name: '建议提案满意率' }, []],
  ['质量下放合格率，不说', { level2: '质量指标', unit: '%', name: '培训合格率' }, []],
  ['成本的次数不是钱，不说', { unit: '次', name: '成本核算' }, []],
  ['成本写成不低于', { level2: '成本指标', unit: '万元', name: '印刷费' }, ['indicator.sign sign']],
  ['成本写不超过', { level2: '成本指标', unit: '万元', name: '印刷费', sign: '≤' }, []],
  ['一级指标不在规则包里', { level1: '成本指标' }, ['indicator.heading level1']],
  ['同名的已有一条', { name: '会 议' }, ['indicator.repeated name']],
  ['改的就是那一条，不算重复', { id: 'd1', name: '会议', weight: new Big(50) }, []],
  [
    '满意度不用百分比',
    { level1: '满意度指标', level2: '服务对象满意度指标', name: '满意', unit: '分' },
    ['indicator.unit unit'],
  ],
]
for (const [name, change, expected] of cases)
  test(`边填边查：${name}`, () => assert.deepEqual(said(draft(change)), expected))

const actuals = (...values: number[]) => values.map((value, index) => ({ year: 2020 + index, value: new Big(value) }))
const ambition: [name: string, sign: Sign, target: Big | string, values: number[], isLow: boolean][] = [
  ['比三年最差的还低', '≥', new Big(9), [12, 10, 11], true],
  ['等于最差的', '≥', new Big(10), [12, 10, 11], false],
  ['上限比三年最高的还高', '≤', new Big(13), [12, 10, 11], true],
  ['上限等于最高的', '≤', new Big(12), [12, 10, 11], false],
  ['等于号按越多越好', '=', new Big(9), [10], true],
  ['四年以前的不算', '≥', new Big(9), [5, 10, 11, 12], true],
  ['没有往年', '≥', new Big(0), [], false],
  ['定性的不比', '定性', '良好', [10], false],
]
for (const [name, sign, target, values, isLow] of ambition)
  test(`指标值与往年：${name}${isLow ? '，提醒偏低' : '，不提醒'}`, () => {
    assert.equal(unambitious(draft({ sign, target }), actuals(...values)) !== undefined, isLow)
  })

test('偏低的一句话写明哪年完成多少', () => {
  assert.equal(
    unambitious(draft({ target: new Big(9) }), actuals(12, 10)),
    '指标「专题调研」的指标值9次低于近年最差的完成值10次（2020年12次、2021年10次），定得偏低，请调整指标值，确需如此的写明设定依据',
  )
})

test('上限定得比往年都高，说偏宽，不说偏低', () => {
  const said = unambitious(draft({ name: '印刷费', sign: '≤', target: new Big(13), unit: '万元' }), actuals(12, 10))
  assert.match(said ?? '', /高于近年最差的完成值12万元.*定得偏宽/)
})
