import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Examination, examine } from './examine.ts'
import { closePrinter } from './formats/write-as-pdf.ts'
import { heldOut } from './held-out.ts'
import { tallyOf } from './print-tables.ts'
import { allStyles } from './styles/all-styles.ts'

const worlds = 26
const changesEach = 5
const firstSeed = 1000
const heldOutFloor = 0.8

/** Only the styles rules may be tuned on decide; the held-out ones are told, with a floor against regressions. */
describe('生成的报告：改动一个数字能发现，没有改动不误报', () => {
  const tuned: Examination[] = []
  const apart: Examination[] = []

  before(async () => {
    for (const style of allStyles) {
      for (let seed = firstSeed; seed < firstSeed + worlds; seed += 1) {
        const group = heldOut.has(style.id) ? apart : tuned
        group.push(await examine(style, seed, changesEach))
      }
    }
  })

  after(closePrinter)

  test('改动的数字至少百分之九十七报出', (context) => {
    const { changed, shown } = tallyOf(tuned)
    context.diagnostic(`改动 ${changed} 处，发现 ${shown} 处`)
    assert.ok(changed > 1000, `只改动了 ${changed} 处`)
    assert.ok(shown >= 0.97 * changed, `改动 ${changed} 处，只发现 ${shown} 处`)
  })

  test('勾稽一致的报告一百份中至多一份被误报错误', (context) => {
    const { reports, withError, withWarning } = tallyOf(tuned)
    context.diagnostic(`一致的报告 ${reports} 份，误报错误 ${withError} 份，误报警告 ${withWarning} 份`)
    assert.ok(withError * 100 <= reports, `一致的报告 ${reports} 份，误报错误 ${withError} 份`)
  })

  test('留出的样式不低于底线', (context) => {
    const { reports, withError, changed, shown } = tallyOf(apart)
    context.diagnostic(`留出样式：报告 ${reports} 份，误报错误 ${withError} 份；改动 ${changed} 处，发现 ${shown} 处`)
    assert.ok(shown >= heldOutFloor * changed, `改动 ${changed} 处，只发现 ${shown} 处`)
    assert.ok(withError * 20 <= reports, `一致的报告 ${reports} 份，误报错误 ${withError} 份`)
  })
})
