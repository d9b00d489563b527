import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { ScoringInput } from '#domain/evaluation.ts'
import type { RulePack } from '#domain/pack.ts'
import { evaluate } from '#rules/scoring/evaluate.ts'
import { openLedger } from '../ledgers/open-ledger.ts'
import { packById } from '../packs/load-packs.ts'
import { comparisonLines, scoreLines } from './describe-scores.ts'
import { compareScores, scoreLedger } from './score-ledger.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const pack = (id: string): RulePack => packById(id)!
const scores = scoreLedger(ledger, pack('hunan-2023'))

test('示例部门99.5分，优；五个项目都是100分', () => {
  // 10 + 12.5×4 + 7.5×4 + 10×95÷100
  assert.deepEqual(
    scores.evaluations.map(({ total, grade }) => [total?.toFixed(), grade]),
    [['99.5', '优'], ...Array.from({ length: 5 }, () => ['100', '优'])],
  )
})

test('逐项说明：失分的写明算式和差什么', () => {
  const lines = scoreLines(scores, true).join('\n')
  assert.match(lines, /县长热线办理满意率 9\.5\/10：.*10 × 95 ÷ 100 = 9\.5分\n\s+要得满分：达到100%/)
})

const diagnosed: [name: string, value: string | undefined, points: string | undefined][] = [
  ['在职人员控制率', '98.33', '5'], // 59 ÷ 60
  ['三公经费变动率', '0.00', '5'], // (15.7 − 15.7) ÷ 15.7
  ['预算控制率', '32.71', '0'], // 316.99 ÷ 969.06，超过30%
  ['公用经费控制率', '103.19', '4'], // 117.32 ÷ 113.69，超3.19个百分点按4步各扣1分
  ['三公经费控制率', '94.81', '7'], // 15.7 ÷ 16.56
  ['政府采购执行率', undefined, undefined], // 预算为0
]
for (const [name, value, points] of diagnosed)
  test(`诊断：${name}${value === undefined ? '分母为0，不作判断' : `${value}%`}`, () => {
    const found = scores.diagnoses.find(({ ratio }) => ratio.name === name)
    assert.deepEqual([found?.value?.toFixed(2), found?.points?.toFixed()], [value, points])
  })

test('账本里没有的数，按名称和时点说缺什么，不说编号', () => {
  const bare = scoreLedger({ ...ledger, baseItems: [], buildings: [], payments: [] }, pack('hunan-2023'))
  const said = bare.diagnoses.map(({ working }) => working)
  assert.ok(said.includes('账本里没有2023年的三公经费决算'), said.join('\n'))
  assert.ok(said.includes('账本里没有2023年的楼堂馆所实际规模'), said.join('\n'))
  assert.ok(!said.some((line) => /[a-z]{3}/.test(line)), said.join('\n'))
})

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
const inputs = (first: ScoringInput, budget = '100', spent = '100') => ({
  entity: '',
  budget: new Big(budget),
  spent: new Big(spent),
  indicators: [first, benefit],
})

test('两个规则包评同一份数据，列出不同的项和总分', () => {
  const linear = pack('hunan-2023')
  const ratio = { ...linear, id: 'ratio', reverse: 'ratio' as const }
  const compared = compareScores({ pack: linear, evaluations: [evaluate(inputs(base), linear)], diagnoses: [] }, ratio)
  // 超上限五成：按比例扣一半 50×(1−50÷100)=25；反比 50×100÷150=33.33
  assert.deepEqual(comparisonLines(compared, '甲', '乙').slice(1), [
    '  部门整体 检查：25 → 33.33',
    '  部门整体 总分：75 → 83.33',
  ])
})

const graded: [spent: string, total: string, grade: string][] = [
  ['100', '100', '优'],
  ['0', '90', '优'],
]
for (const [spent, total, grade] of graded)
  test(`执行${spent}%，总分${total}，${grade}`, () => {
    const scored = evaluate(inputs({ ...base, actual: new Big(80) }, '100', spent), pack('hunan-2023'))
    assert.deepEqual([scored.total?.toFixed(), scored.grade], [total, grade])
  })

const boundaries: [lost: string, grade: string][] = [
  ['10', '优'],
  ['10.01', '良'],
  ['20', '良'],
  ['20.01', '中'],
  ['40', '中'],
  ['40.01', '差'],
]
for (const [lost, grade] of boundaries)
  test(`100分里失${lost}分，评为${grade}`, () => {
    const override = { points: new Big(50).minus(lost), reason: '复核' }
    const scored = evaluate(inputs({ ...base, actual: new Big(80), override }), pack('hunan-2023'))
    assert.equal(scored.grade, grade)
  })

const overrides: [
  name: string,
  override: ScoringInput['override'],
  words: string | undefined,
  fault: RegExp | undefined,
][] = [
  ['没有理由', { points: new Big(40), reason: ' ' }, undefined, /没有写理由/],
  ['超过分值', { points: new Big(51), reason: '复核' }, undefined, /超出所在档次（0至50分）/],
  ['在分值以内', { points: new Big(45), reason: '复核' }, undefined, undefined],
  ['部分达成却改到80%以上', { points: new Big(40), reason: '复核' }, '部分达成', /超出所在档次（30至40分）/],
  ['部分达成改在60%到80%之间', { points: new Big(38), reason: '复核' }, '部分达成', undefined],
]
for (const [name, override, words, fault] of overrides)
  test(`人工改分${name}：${fault ? '不采用，说明缘由' : '采用，并记下理由'}`, () => {
    const first: ScoringInput = {
      ...base,
      ...(words ? { sign: '定性', target: '提高', actual: words } : {}),
      ...(override ? { override } : {}),
    }
    const { indicators, faults } = evaluate(inputs(first), pack('hunan-2023'))
    if (fault) assert.match(faults.join(), fault)
    else {
      assert.deepEqual(faults, [])
      assert.equal(indicators[0]?.points?.toFixed(), override?.points.toFixed())
      assert.match(indicators[0]?.remarks.join() ?? '', /复核/)
    }
  })

const unscored: [name: string, first: ScoringInput, budget: string, fault: RegExp][] = [
  ['没有完成值', (({ actual: _actual, ...rest }) => rest)(base), '100', /没有实际完成值/],
  ['完成值是字', { ...base, actual: '全年' }, '100', /「全年」不是数字/],
  ['没有分值', { ...base, weight: new Big(0) }, '100', /没有分值/],
  ['预算为零', base, '0', /^$/],
]
for (const [name, first, budget, fault] of unscored)
  test(`${name}：不给总分，不当零分`, () => {
    const { total, faults, execution } = evaluate(inputs(first, budget), pack('hunan-2023'))
    assert.equal(total, undefined)
    if (budget === '0')
      assert.deepEqual(
        [execution.working, execution.remarks],
        ['全年预算数是0，预算执行率不适用', ['执行100万元，全年预算数却是0，请核对预算指标']],
      )
    else assert.match(faults.join(), fault)
  })

test('一级指标与规则包哪种分法都不合，说明应当是哪些', () => {
  const { faults } = evaluate({ ...inputs(base), indicators: [{ ...base, level1: '过程指标' }] }, pack('hunan-2023'))
  assert.match(faults.join(), /产出指标、效益指标、满意度指标/)
})

test('完成值到指标值的1.3倍而没有说明，提请说明', () => {
  const high = { ...base, sign: '≥' as const, actual: new Big(130), reason: '' }
  const { indicators } = evaluate(inputs(high), pack('hunan-2023'))
  assert.match(indicators[0]?.remarks.join() ?? '', /130%/)
  const close = evaluate(inputs({ ...high, actual: new Big('129.9') }), pack('hunan-2023'))
  assert.deepEqual(close.indicators[0]?.remarks, [])
})

const formulas: [name: string, change: Partial<ScoringInput>, points: string | undefined, says: RegExp][] = [
  // 正向：A≥T 满分，否则 A÷T×W
  ['≥ 没有达到', { sign: '≥', actual: new Big(80) }, '40', /50 × 80 ÷ 100/],
  ['> 等于指标值', { sign: '>', actual: new Big(100) }, '50', /等于指标值，按达到计/],
  ['= 达到', { sign: '=', actual: new Big(100) }, '50', /达到/],
  ['= 没有达到', { sign: '=', actual: new Big(90) }, '45', /50 × 90 ÷ 100/],
  ['= 指标值为零而做了', { sign: '=', target: new Big(0), actual: new Big(1) }, '0', /没有做到/],
  // 反向：超出部分按比例扣，超一倍不得分
  ['≤ 超一半', { actual: new Big(150) }, '25', /50 × \(1 − 50 ÷ 100\)/],
  ['< 等于指标值', { sign: '<', actual: new Big(100) }, '50', /等于指标值，按达到计/],
  ['≤ 超一倍', { actual: new Big(200) }, '0', /超过指标值一倍/],
  ['≤ 用反比', { rule: 'ratio', actual: new Big(200) }, '25', /50 × 100 ÷ 200/],
  ['直接赋分没有达到', { rule: 'direct', sign: '≥', actual: new Big(99) }, '0', /直接赋分/],
  ['直接赋分达到', { rule: 'direct', sign: '≥', actual: new Big(100) }, '50', /达到/],
  ['分档部分达成', { rule: 'graded', target: '提高', actual: '部分达成' }, '35', /60%至80%/],
  ['定性没有达成', { sign: '定性', target: '提高', actual: '未达成' }, '0', /0%至60%/],
  ['定性达成，另有说明', { sign: '定性', target: '提高', actual: '达成年度指标，群众认可' }, '50', /80%至100%/],
  ['定性写得像而不是', { sign: '定性', target: '提高', actual: '完成较差' }, undefined, /不在评分档次里/],
  ['定性写成百分数', { sign: '定性', target: '提高', actual: '完成80%' }, undefined, /不在评分档次里/],
  ['指标值是负数', { target: new Big(-5), actual: new Big(-3) }, undefined, /是负数/],
]
for (const [name, change, points, says] of formulas)
  test(`计分：${name}${points === undefined ? '，不评分' : `，得${points}分`}`, () => {
    const [scored] = evaluate(inputs({ ...base, ...change }), pack('hunan-2023')).indicators
    assert.equal(scored?.points?.toFixed(), points)
    assert.match(scored?.working ?? '', says)
  })

test('四舍五入成满分的，仍说没有完全达到', () => {
  const first = { ...base, sign: '≥' as const, target: new Big(100_000), actual: new Big(99_999) }
  const [scored] = evaluate(inputs(first), pack('hunan-2023')).indicators
  assert.deepEqual([scored?.points?.toFixed(), scored?.outcome, scored?.needed], ['50', 'partial', '达到100000次'])
})

test('人工改分补不了没填的完成值，失分没写原因也照样提出', () => {
  const override = { points: new Big(8), reason: '复核' }
  const { actual: _actual, ...blank } = { ...base, override }
  assert.match(evaluate(inputs(blank), pack('hunan-2023')).faults.join(), /没有实际完成值/)
  const silent = { ...base, actual: new Big(80), reason: '', override }
  assert.match(evaluate(inputs(silent), pack('hunan-2023')).faults.join(), /没有写偏差原因/)
})

test('评分标准另写了办法，提请核对，不假装照办', () => {
  const [scored] = evaluate(inputs({ ...base, rule: '每超一次扣2分' }), pack('hunan-2023')).indicators
  assert.match(scored?.remarks.join() ?? '', /每超一次扣2分.*请核对/)
})

const satisfied: [actual: string, rule: string | undefined, points: string][] = [
  ['92', undefined, '10'],
  ['92', 'direct', '0'],
]
for (const [actual, rule, points] of satisfied)
  test(`满意度${actual}%${rule ? '直接赋分，没有达到95%' : '按台阶'}得${points}分`, () => {
    const steps = { ...pack('hunan-2023'), satisfaction: [{ from: new Big(90), share: new Big(100) }] }
    const first: ScoringInput = {
      ...base,
      level1: '满意度指标',
      sign: '≥',
      target: new Big(95),
      actual: new Big(actual),
      unit: '%',
      weight: new Big(10),
      ...(rule ? { rule } : {}),
    }
    assert.equal(evaluate(inputs(first), steps).indicators[0]?.points?.toFixed(), points)
  })
