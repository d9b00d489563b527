import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chineseNumeral, numeralValue } from './chinese-numeral.ts'

const values: readonly [text: string, value: number | undefined][] = [
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['一百零五', 105],
  ['一千二百三十四', 1234],
  ['12', 12],
  ['１２', 12],
  ['十百', undefined],
  ['三五', undefined],
  ['三个', undefined],
  ['', undefined],
]
for (const [text, value] of values)
  test(`中文数字“${text}”是${value ?? '不成数'}`, () => assert.equal(numeralValue(text), value))

test('一到九十九写成中文再读回来不变', () => {
  assert.equal(chineseNumeral(3), '三')
  assert.equal(chineseNumeral(10), '十')
  assert.equal(chineseNumeral(11), '十一')
  assert.equal(chineseNumeral(20), '二十')
  assert.equal(chineseNumeral(35), '三十五')
  for (let value = 1; value < 100; value++) assert.equal(numeralValue(chineseNumeral(value)), value)
})
