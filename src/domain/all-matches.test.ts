import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMatches } from './all-matches.ts'

const cases: readonly [what: string, text: string, pattern: RegExp][] = [
  ['没有', '全年办结四件', /\d+/g],
  ['多处', '收入12万元，支出3万元', /(\d+)万元/g],
  ['空匹配', '一〇𠮷年', /\d*/gu],
  ['往前看', '第3名、前3名', /(?<=第)\d/g],
]

for (const [what, text, pattern] of cases)
  test(`逐处找到的与 matchAll 一致，再找一次也一致：${what}`, () => {
    const expected = [...text.matchAll(pattern)]
    assert.deepEqual(allMatches(text, pattern), expected)
    assert.deepEqual(allMatches(text, pattern), expected)
  })
