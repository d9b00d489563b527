import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Term } from '#domain/claim.ts'
import { named } from './print.ts'

const cases: readonly (readonly [text: string, printed: string, unit: string, said: string])[] = [
  ['50分', '50', '分', '产出指标50分'],
  ['50\n分', '50', '分', '产出指标50分'],
  ['50', '50', '分', '产出指标50分'],
  [' 969.06 万元', '969.06', '万元', '产出指标969.06 万元'],
]
for (const [text, printed, unit, said] of cases)
  test(`「${JSON.stringify(text)}」在提示里写成一行`, () => {
    const term = { name: '产出指标', figure: { text, printed, unit } } as unknown as Term
    assert.equal(named(term), said)
  })
