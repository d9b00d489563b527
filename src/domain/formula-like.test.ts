import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formulaFreed, withoutFormula } from './formula-like.ts'

for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠甲'])
  test(`「${text}」不会变成公式，读回来还是它`, () => {
    assert.equal(withoutFormula(text), `'${text}`)
    assert.equal(formulaFreed(withoutFormula(text)), text)
  })

test('平常的话不加撇号', () => {
  for (const text of ['会议费', '1-7月', "'90年代", '']) assert.equal(formulaFreed(withoutFormula(text)), text)
})
