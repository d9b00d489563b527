import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { type Unit, percent, wanYuan } from '#domain/unit.ts'
import { numberSaid } from './number-said.ts'

const times: Unit = { kind: 'count', name: '次', scale: '' }
const cases: readonly (readonly [name: string, value: Big, unit: Unit, said: string])[] = [
  ['除不尽的率按印出的两位写', new Big(59).div(60).times(100), percent, '98.33'],
  ['整的率也写两位', new Big(100), percent, '100.00'],
  ['万元写到分', new Big('12.345678'), wanYuan, '12.345678'],
  ['除不尽的数不拖一长串', new Big(2).div(3), wanYuan, '0.666667'],
  ['次数照写', new Big(12), times, '12'],
]
for (const [name, value, unit, said] of cases)
  test(`一个数怎么写：${name}`, () => assert.equal(numberSaid({ value, unit }), said))
