import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compared, decimalOf, minus, numberIn, rounded, shareOf, sumOf } from './decimal-text.ts'

const typed: readonly [string, string | undefined][] = [
  ['12.50', '12.5'],
  ['1,286.05', '1286.05'],
  ['95%', '95'],
  ['９５', undefined],
  ['-3', '-3'],
  ['', undefined],
  ['约12', undefined],
  ['1e3', undefined],
]
for (const [text, decimal] of typed)
  test(`“${text}”读作${decimal ?? '不是数'}`, () => assert.equal(decimalOf(text), decimal))

test('分值相加不走样：0.1加0.2是0.3；没填的、不是数的不算', () => {
  assert.equal(sumOf(['0.1', '0.2', undefined, '很多']), '0.3')
  assert.equal(minus('92.5', '90'), '2.5')
})

test('大小按数比，不按字比；四舍五入到两位', () => {
  assert.ok(compared('10', '9') > 0)
  assert.equal(compared('7.50', '7.5'), 0)
  assert.equal(rounded('6.665'), '6.67')
  assert.equal(rounded('98.50'), '98.5')
})

test('占比：分母是零时没有', () => {
  assert.equal(shareOf('1', '4'), '0.25')
  assert.equal(shareOf('1', '0'), undefined)
})

test('带着单位写的也读得出：7次是7，别的单位不认', () => {
  assert.equal(numberIn('7次', '次'), '7')
  assert.equal(numberIn('95%', '%'), '95')
  assert.equal(numberIn('1,286.05 万元', '万元'), '1286.05')
  assert.equal(numberIn('7', '次'), '7')
  assert.equal(numberIn('7期', '次'), undefined)
})
