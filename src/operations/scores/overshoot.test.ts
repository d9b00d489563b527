import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ScoringInput } from '#domain/evaluation.ts'
import { evaluate } from '#rules/scoring/evaluate.ts'
import { packById } from '../packs/load-packs.ts'
import { replayScores, storeScores } from './stored-evaluation.ts'

const hunan = packById('hunan-2023')!

const base: ScoringInput = {
  id: 'i',
  level1: '产出指标',
  level2: '数量指标',
  name: '检查',
  sign: '≤',
  target: new Big(100),
  actual: new Big(150),
  unit: '次',
  weight: new Big(50),
  reason: '有原因',
}
const benefit: ScoringInput = {
  ...base,
  id: 'b',
  level1: '效益指标',
  sign: '≥',
  actual: new Big(100),
  weight: new Big(40),
}
const inputs = (first: ScoringInput) => ({
  entity: '',
  budget: new Big(100),
  spent: new Big(100),
  indicators: [first, benefit],
})

const steep = {
  ...hunan,
  overshoot: [
    { from: new Big(2), deduct: new Big(10) },
    { from: new Big(3), deduct: new Big('20.5') },
  ],
}
const overshot: [name: string, change: Partial<ScoringInput>, points: string][] = [
  ['没到两倍，不扣', { actual: new Big('199.99') }, '50'],
  ['正好两倍，扣10%', { actual: new Big(200) }, '45'],
  ['三倍以上，扣20.5%', { actual: new Big(1000) }, '39.75'],
  ['没有达到，照比例', { actual: new Big(80) }, '40'],
  ['指标值为零，不扣', { target: new Big(0), actual: new Big(9) }, '50'],
  ['上限以内，不扣', { sign: '≤', actual: new Big(1) }, '50'],
]
for (const [name, change, points] of overshot)
  test(`规则包写了超额扣分：${name}，得${points}分`, () => {
    const [scored] = evaluate(inputs({ ...base, sign: '≥', ...change }), steep).indicators
    assert.equal(scored?.points?.toFixed(), points)
    // A pack that says nothing of it takes nothing off.
    const [plain] = evaluate(inputs({ ...base, sign: '≥', ...change }), hunan).indicators
    assert.equal(plain?.points?.toFixed(), name.startsWith('没有达到') ? '40' : '50')
  })

test('超额扣了分，逐项说明写明依据的档次和怎样不扣；没写原因要补；人工写理由可以还给', () => {
  const high: ScoringInput = { ...base, sign: '≥', actual: new Big(250), reason: '' }
  const { indicators, faults } = evaluate(inputs(high), steep)
  assert.match(indicators[0]?.working ?? '', /是指标值的250%，规则包规定达到200%的扣分值的10%：50 × 90% = 45分/)
  assert.match(indicators[0]?.needed ?? '', /不到指标值的200%/)
  assert.match(faults.join(), /得分.+分，低于分值.+分，但没有写偏差原因/)
  const override = { points: new Big(50), reason: '任务年中追加' }
  assert.equal(evaluate(inputs({ ...high, reason: '有原因', override }), steep).indicators[0]?.points?.toFixed(), '50')
})

test('写了超额扣分的规则包评的，保存以后重算一样；第1版的办法不认超额扣分', () => {
  const scored = {
    pack: steep,
    evaluations: [evaluate(inputs({ ...base, sign: '≥', actual: new Big(250) }), steep)],
    diagnoses: [],
  }
  const text = storeScores(scored)
  assert.deepEqual(replayScores(text).forms?.[0], { entity: '', given: '95优', again: '95优', same: true })
  assert.equal(replayScores(text.replace('"formulas": 2', '"formulas": 1')).forms?.[0]?.again, '100优')
})
