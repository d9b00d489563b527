import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLeft } from './deadline.ts'

test('还有几天：当天是 0，过了是负数，跨月跨年、闰年都数得对', () => {
  assert.equal(daysLeft('2024-03-31', '2024-03-31'), 0)
  assert.equal(daysLeft('2024-02-28', '2024-03-01'), 2)
  assert.equal(daysLeft('2023-12-30', '2024-01-02'), 3)
  assert.equal(daysLeft('2024-04-03', '2024-03-31'), -3)
})
