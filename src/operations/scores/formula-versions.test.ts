import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Big } from 'big.js'
import { parse } from 'yaml'
import type { EvaluationInputs, ScoringInput } from '#domain/evaluation.ts'
import { formulaVersion, formulasOf, heldVersions } from '#rules/scoring/formula-versions.ts'
import { readRules } from './kept-rules.ts'

type Case = {
  name: string
  spent: number
  sign: ScoringInput['sign']
  target: number | string
  actual: number | string
  rule?: string
  points: number
  total: number
  grade: string
}
const folder = new URL('../../../data/formulas/', import.meta.url)
const versions = readdirSync(folder).map((file) => Number(file.replace(/\.yaml$/, '')))
const value = (raw: number | string) => (typeof raw === 'number' ? new Big(raw) : raw)

test('每一版计分办法都有例子，现在用的是最新的一版', () => {
  assert.deepEqual(versions.toSorted(), heldVersions())
  assert.equal(formulaVersion, Math.max(...heldVersions()))
})

for (const version of versions) {
  const text = readFileSync(new URL(`${version}.yaml`, folder), 'utf8')
  const { cases, rules } = parse(text) as { cases: Case[]; rules: object }
  const pack = readRules(JSON.stringify(rules))!
  for (const { name, spent, points, total, grade, ...given } of cases)
    test(`第${version}版计分办法：${name}，得${points}分，总分${total}，${grade}`, () => {
      const shared = { level2: '', unit: '次', reason: '有原因' }
      const indicators: ScoringInput[] = [
        {
          ...shared,
          id: 'a',
          name,
          level1: '产出指标',
          weight: new Big(50),
          sign: given.sign,
          target: value(given.target),
          actual: value(given.actual),
          ...(given.rule === undefined ? {} : { rule: given.rule }),
        },
        {
          ...shared,
          id: 'b',
          name: '效益',
          level1: '效益指标',
          weight: new Big(40),
          sign: '≥',
          target: new Big(1),
          actual: new Big(1),
        },
      ]
      const inputs: EvaluationInputs = { entity: '', budget: new Big(100), spent: new Big(spent), indicators }
      const scored = formulasOf(version)!(inputs, pack)
      assert.deepEqual(
        [scored.indicators[0]?.points?.toFixed(), scored.total?.toFixed(), scored.grade],
        [String(points), String(total), grade],
      )
    })
}
