import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGarbled } from './garbled-text.ts'

const usual = '全年收入合计1286.05万元，其中年初预算969.06万元，年中追加316.99万元，执行率99.37%，结余8.11万元。'

const pages: readonly [string, string, boolean][] = [
  ['一页正文', usual.repeat(3), false],
  ['只有页码的一页', '— 3 —', false],
  ['字少的一页', '根根根根根根', false],
  ['所有字都成了一个字', usual.repeat(4).replaceAll(/[一-龥]/g, '根'), true],
  ['字都落在自定义区', usual.repeat(3).replaceAll(/[一-龥]/g, '\uE123'), true],
  ['字都认不出', usual.repeat(3).replaceAll(/[一-龥]/g, '\uFFFD'), true],
  ['项目符号用了自定义区', `\uF0D8${usual}`.repeat(3), false],
  ['全是数字的表', '1,286.05 969.06 316.99 99.37% '.repeat(20), false],
  ['满页“是”“否”的核对表', '制度是否健全 是 手续是否齐全 是 拨付是否及时 是 '.repeat(8), false],
]

for (const [what, text, garbled] of pages)
  test(`${what}${garbled ? '：乱码' : '：照读'}`, () => assert.equal(isGarbled([{ text }]), garbled))
