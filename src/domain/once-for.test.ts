import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onceFor } from './once-for.ts'

test('同一个对象只算一次，结果为空也记得；另一个对象另算', () => {
  let times = 0
  const lengthOf = onceFor((words: { readonly text: string }) => {
    times += 1
    return words.text.length || undefined
  })
  const [full, blank] = [{ text: '绩效' }, { text: '' }]
  assert.deepEqual([lengthOf(full), lengthOf(full), lengthOf(blank), lengthOf(blank)], [2, 2, undefined, undefined])
  assert.equal(times, 2)
})
