import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedOverFormulas } from './typed-over.ts'

/** A column of formulas (f) and typed numbers (n), from row 2 on. */
function suspectsOf(column: string): number[] {
  const watched = typedOverFormulas()
  for (const [at, kind] of [...column].entries())
    watched.see(3, at + 2, { text: '10', number: '10', ...(kind === 'f' ? { formula: true } : {}) })
  return watched.suspects().map(({ row }) => row)
}

test('一列公式里打了一个数，公式只有两格也认得出', () => {
  assert.deepEqual(suspectsOf('fnf'), [3])
  assert.deepEqual(suspectsOf('ffnf'), [4])
  assert.deepEqual(suspectsOf('ffffffffnn'), [10, 11])
})

test('第一格是数、往下都是公式的，是一串号的起头', () => {
  const watched = typedOverFormulas()
  for (const [at, formula] of [false, true, true, true].entries())
    watched.see(0, at + 2, { text: '1', number: '1', ...(formula ? { formula } : {}) })
  assert.deepEqual(watched.suspects(), [{ row: 2, column: 0, value: '1', begins: true }])
})

test('一格公式、几格数的列，说不上谁覆盖了谁', () => {
  assert.deepEqual(suspectsOf('fn'), [])
  assert.deepEqual(suspectsOf('fnnf'), [])
  assert.deepEqual(suspectsOf('nnn'), [])
})
