import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scoreIndicator } from '#rules/scoring/score-indicator.ts'
import { packFor, rulePacks } from './load-packs.ts'
import { readPack } from './read-pack.ts'

test('规则包齐全：全国2020、全国2021含成本、湖南、四川、湖北，各有依据', () => {
  const ids = rulePacks().map(({ id }) => id)
  assert.deepEqual(ids, ['cn-2020', 'cn-2021-cost', 'hubei-2023', 'hunan-2023', 'sichuan-2023'])
  for (const { sources, cases } of rulePacks()) assert.ok(sources.length > 0 && cases.length >= 8)
})

for (const pack of rulePacks())
  for (const { name, points, working: _working, ...asked } of pack.cases)
    test(`${pack.title}：${name}，${asked.weight.toFixed()}分得${points.toFixed()}分`, () => {
      const input = { id: 'i', level2: '', name, reason: '', ...asked }
      const { scored } = scoreIndicator(input, pack)
      assert.equal(scored.points?.toFixed(), points.toFixed(), scored.working)
      assert.equal(scored.needed !== undefined, points.lt(asked.weight), '失分的要说明差什么')
    })

const chosen: [division: string, year: number, id: string][] = [
  ['430922', 2023, 'hunan-2023'],
  ['510100', 2023, 'sichuan-2023'],
  ['420100', 2024, 'hubei-2023'],
  ['310100', 2023, 'cn-2021-cost'],
  ['310100', 2020, 'cn-2020'],
]
for (const [division, year, id] of chosen)
  test(`${division} ${year}年用规则包 ${id}`, () => {
    assert.equal(packFor(division, year)?.id, id)
  })

const broken: [name: string, change: (text: string) => string, message: RegExp][] = [
  ['分值合不成100', (text) => text.replace('points: 50', 'points: 45'), /应为100分/],
  [
    '超额扣分没有手工算好的例子',
    (text) => text.replace('reasonAt:', 'overshoot: [{ from: 2, deduct: 10 }]\nreasonAt:'),
    /没有扣10%的例子/,
  ],
  [
    '超额扣分的档次不从小到大',
    (text) => text.replace('reasonAt:', 'overshoot: [{ from: 3, deduct: 10 }, { from: 2, deduct: 20 }]\nreasonAt:'),
    /从小到大/,
  ],
  [
    '超额扣分的倍数不到1',
    (text) => text.replace('reasonAt:', 'overshoot: [{ from: 0.5, deduct: 10 }]\nreasonAt:'),
    /要大于1/,
  ],
  ['写错键名', (text) => text.replace('reverse:', 'revers:'), /revers/],
  ['缩进写坏', (text) => text.replace('grades:', '  grades: ['), /写法有误/],
]
const text = `id: x
title: 试
region: ''
years: [2020, 2100]
sources: [{ document: 甲, says: 乙, mark: original }]
forms: { departmentEvaluation: d, projectEvaluation: e, departmentGoals: a, projectGoals: b, departmentMonitoring: c, projectMonitoring: d }
outlines: { department: d, project: e }
execution: { weight: 10 }
variants: [{ id: v, title: 一, groups: [{ headings: [产出指标], points: 50 }, { headings: [效益指标], points: 40 }] }]
reverse: ratio
reasonAt: 1.3
qualitative: []
grades: [{ name: 优, from: 0 }]
cases: []
`
test('超额扣分写在规则包里，例子照它算', () => {
  const own = `{ name: 甲, sign: '≥', target: 12, actual: 24, unit: 次, weight: 10, level1: 产出指标, points: 9, working: 10×90% }`
  const { pack, faults } = readPack(text.replace('cases: []', `overshoot: [{ from: 2, deduct: 10 }]\ncases: [${own}]`))
  assert.deepEqual(faults, [])
  const [first] = pack!.cases
  const { scored } = scoreIndicator({ id: 'i', level2: '', reason: '', ...first! }, pack!)
  assert.equal(scored.points?.toFixed(), first!.points.toFixed())
})

test('写对的规则包读得出', () => assert.deepEqual(readPack(text).faults, []))
for (const [name, change, message] of broken)
  test(`规则包${name}：不用它，说明哪里要改`, () => {
    const { pack, faults } = readPack(change(text))
    assert.equal(pack, undefined)
    assert.match(faults.map((fault) => `${fault.path} ${fault.message}`).join(), message)
  })
