import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isHighForLittle } from './score-and-execution.ts'

const bounds = { score: 90, execution: 80 }

test('得分高、执行低的要看；界限上的分数算高，界限上的执行率不算低', () => {
  assert.equal(isHighForLittle({ score: '98', rate: '61.50' }, bounds), true)
  assert.equal(isHighForLittle({ score: '90', rate: '79.99' }, bounds), true)
  assert.equal(isHighForLittle({ score: '90', rate: '80.00' }, bounds), false)
  assert.equal(isHighForLittle({ score: '89.99', rate: '10' }, bounds), false)
})

test('评不出得分、没有预算的，不下结论', () => {
  assert.equal(isHighForLittle({ rate: '10' }, bounds), false)
  assert.equal(isHighForLittle({ score: '100' }, bounds), false)
})
