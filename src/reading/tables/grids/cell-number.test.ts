import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellNumber, isNothing } from './cell-number.ts'

const numbers: [string, string, string, number][] = [
  ['969.06', '969.06', '', 2],
  ['306', '306', '', 0],
  ['3，518.85', '3518.85', '', 2],
  ['1, 537.4', '1537.4', '', 1],
  ['95.\n\n10%', '95.10', '%', 2],
  ['7.50.', '7.50', '', 2],
  ['-30', '-30', '', 0],
  ['９７分', '97', '分', 0],
  ['12次', '12', '次', 0],
  ['1,286.05万元', '1286.05', '元', 2],
  ['980m²', '980', '㎡', 0],
]
for (const [text, printed, unit, decimals] of numbers) {
  test(`单元格「${text.replace(/\n/g, '⏎')}」读作${printed}`, () => {
    const found = cellNumber(text)
    assert.equal(found?.printed, printed)
    assert.equal(found?.unit.name, unit)
    assert.equal(found?.decimals, decimals)
  })
}

for (const text of ['2笔、800万元', '满意率95%', '≥50', '10—20', '012', '2,9', '全年', '2023年12月']) {
  test(`单元格「${text}」不是一个数`, () => assert.equal(cellNumber(text), undefined))
}

for (const text of ['', ' ', '—', '-', '/', '*', '……', '......', '无', '\n']) {
  test(`单元格「${text.replace(/\n/g, '⏎')}」是空的，不是零`, () => {
    assert.equal(isNothing(text), true)
    assert.equal(cellNumber(text), undefined)
  })
}

test('零不是空', () => {
  assert.equal(isNothing('0'), false)
  assert.equal(cellNumber('0')?.printed, '0')
})
