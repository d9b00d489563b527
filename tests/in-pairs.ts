import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'

/** A text that agrees, what is changed in it, and the finding that shows. */
export type Pair = readonly [name: string, text: string, change: readonly [was: string, is: string], shown: string]

/** Each text is audited as it is, and changed. */
export function testInPairs(pairs: readonly Pair[]): void {
  for (const [name, text, [was, is], shown] of pairs)
    test(`${name}：相符不报，改一个数就报`, async () => {
      assert.deepEqual(await findingsOf(text), [])
      assert.ok(text.includes(was))
      const found = await findingsOf(text.replace(was, is))
      assert.ok(found.includes(shown), `实际为：${found.join('、') || '无'}`)
    })
}
