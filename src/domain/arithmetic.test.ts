import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { addIntervals, addUp, compared, divideIntervals, fitOf, isPlainlyOff, meets, statesSame } from './arithmetic.ts'
import { type Looseness, type Quantity, intervalOf } from './quantity.ts'
import { type Unit, inBaseUnit, inPrintedUnit, percent, unitOf, wanYuan, yuan } from './unit.ts'

function quantity(printed: string, unit: Unit, looseness: Looseness = 'exact'): Quantity {
  return { value: new Big(printed), unit, decimals: printed.split('.')[1]?.length ?? 0, looseness }
}

test('两位小数的万元数代表上下各50元的区间', () => {
  const { low, high } = intervalOf(quantity('969.06', wanYuan))
  assert.equal(low.toFixed(), '9690550')
  assert.equal(high.toFixed(), '9690650')
})

test('精确到分的元没有舍入余地', () => {
  const { low, high } = intervalOf(quantity('8524700.00', yuan))
  assert.ok(low.eq(high))
})

test('整数件数没有舍入余地', () => {
  const { low, high } = intervalOf(quantity('39', unitOf('期')))
  assert.ok(low.eq(high))
})

test('各项四舍五入造成的0.01不算矛盾，0.75算', () => {
  const parts = ['33.33', '33.33', '33.33'].map((printed) => intervalOf(quantity(printed, wanYuan)))
  assert.ok(meets(addIntervals(parts), intervalOf(quantity('100.00', wanYuan))))
  assert.ok(!meets(addIntervals(parts), intervalOf(quantity('100.74', wanYuan))))
})

const rates: [printed: string, top: string, bottom: string, fit: string][] = [
  ['85.51', '59', '69', 'fits'],
  ['85.50', '59', '69', 'truncated'],
  ['85.52', '59', '69', 'near'],
  ['95.51', '59', '69', 'off'],
  ['96.6', '85', '88', 'fits'],
  ['74.73', '1768', '2366', 'fits'],
]
for (const [printed, top, bottom, fit] of rates)
  test(`${top}÷${bottom}写成${printed}%属于${fit}`, () => {
    const piece = unitOf('件')
    const computed = divideIntervals(intervalOf(quantity(top, piece)), intervalOf(quantity(bottom, piece)))!
    assert.equal(fitOf(quantity(printed, percent), computed), fit)
  })

test('余、近、约各放宽一侧或两侧', () => {
  const sheet = unitOf('条')
  const holds = (printed: string, loose: Looseness, actual: string) =>
    meets(intervalOf(quantity(printed, sheet, loose)), intervalOf(quantity(actual, sheet)))
  assert.ok(holds('400', 'above', '412'))
  assert.ok(!holds('400', 'above', '399'))
  assert.ok(holds('200', 'below', '190'))
  assert.ok(!holds('200', 'below', '230'))
  assert.ok(holds('100', 'about', '104'))
})

test('除数可能为零时没有比率', () => {
  assert.equal(divideIntervals(intervalOf(quantity('1', wanYuan)), intervalOf(quantity('0', wanYuan))), undefined)
})

const twice: [one: string, other: string, same: boolean][] = [
  ['1.00', '1.01', false],
  ['1.00', '1.00', true],
  ['0.85', '0.9', true],
  ['0.85', '1', true],
  ['0.86', '0.8', false],
  ['15.7', '16.56', false],
]
for (const [one, other, same] of twice)
  test(`${one}万元与${other}万元${same ? '可以' : '不可能'}是同一个数`, () => {
    assert.equal(statesSame(quantity(one, wanYuan), quantity(other, wanYuan)), same)
  })

test('百分数可能是截断的，相邻两个数不算不同', () => {
  assert.ok(statesSame(quantity('97.77', percent), quantity('97.78', percent)))
  assert.ok(!statesSame(quantity('97.77', percent), quantity('97.79', percent)))
})

test('比较大小与 big.js 一致', () => {
  const values = [
    '0',
    '-0',
    '1',
    '-1',
    '10',
    '0.1',
    '-0.1',
    '1.5',
    '1.50',
    '1.05',
    '123.45',
    '123.450001',
    '-123.45',
    '1e12',
  ]
  for (const one of values)
    for (const other of values) {
      const [left, right] = [new Big(one), new Big(other)]
      assert.equal(Math.sign(compared(left, right)), left.cmp(right), `${one} 与 ${other}`)
    }
})

test('不除就断定不合的比率，除了也不合；差一点的不断定', () => {
  const tops = ['0', '1', '97.77', '98', '4990.5', '969.06', '100000'].map((printed) => quantity(printed, wanYuan))
  const rates = ['0', '0.1', '1', '97.8', '98.00', '99.999', '132.71', '10216'].map((printed) =>
    quantity(printed, percent),
  )
  let told = 0
  for (const rate of rates)
    for (const top of tops)
      for (const bottom of tops) {
        const [numerator, denominator] = [intervalOf(top), intervalOf(bottom)]
        if (!isPlainlyOff(rate, numerator, denominator)) continue
        told += 1
        assert.equal(fitOf(rate, divideIntervals(numerator, denominator)!), 'off')
      }
  assert.ok(told > 200)
  const [one, hundred] = [quantity('1', wanYuan), quantity('100', wanYuan)].map(intervalOf)
  assert.equal(isPlainlyOff(quantity('1.5', percent), one!, hundred!), false)
  assert.equal(isPlainlyOff(quantity('8', percent), one!, hundred!), true)
})

const sums: [amounts: string[], sum: string][] = [
  [[], '0'],
  [['0.1', '0.2'], '0.3'],
  [['1286.05', '-969.06'], '316.99'],
  [['0', '-0'], '0'],
  // Beyond fifteen digits and beyond four decimals: to the last digit all the same.
  [['99999999999999999999.99', '0.01'], '100000000000000000000'],
  [['90071992547.4099', '90071992547.4099', '900719925474.0991'], '1080863910568.9189'],
  [['0.00001', '12.5', '0.00002'], '12.50003'],
]
// Few amounts and many are added in different ways: noughts make many of few.
for (const noughts of [0, 40])
  for (const [amounts, sum] of sums)
    test(`${amounts.join(' + ') || '没有数'}，再加${noughts}个0 = ${sum}，一位不差`, () => {
      const all = [...amounts, ...Array.from({ length: noughts }, () => '0')]
      assert.equal(addUp(all.map((amount) => new Big(amount))).toFixed(), sum)
    })

test('很多个数相加与逐个相加一样：正负、小数位不等、位数太多的都一样', () => {
  const lists = [
    ['0.1', '0.2', '-0.3'],
    ['1234567.89', '0.005', '-1234567.895'],
    ['99999999999999.99', '0.01', '1e20', '-1e20'],
    ['9007199254740991', '1', '1'],
    ['12.5', '300', '1e3'],
    ['0', '-0.00'],
    [],
  ]
  for (const list of lists) {
    const amounts = list.map((each) => new Big(each))
    const slowly = amounts.reduce((sum, each) => sum.plus(each), new Big(0))
    assert.equal(addUp(amounts).toFixed(), slowly.toFixed(), list.join(' + '))
    assert.deepEqual(addUp(amounts).c, slowly.c)
  }
})

test('移动小数点不丢一位', () => {
  assert.equal(inPrintedUnit(new Big('12345.678'), wanYuan).toFixed(), '1.2345678')
  assert.equal(inPrintedUnit(new Big('0'), wanYuan).toFixed(), '0')
  assert.equal(inBaseUnit(new Big('-1.5'), wanYuan).toFixed(), '-15000')
})
