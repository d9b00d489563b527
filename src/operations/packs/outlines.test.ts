import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { outlineOf, outlinesOf } from './load-outlines.ts'
import { rulePacks } from './load-packs.ts'

const ids = readdirSync(new URL('../../../data/outlines/', import.meta.url)).map((file) => file.replace(/\.yaml$/, ''))

for (const id of ids)
  test(`提纲 ${id}：章节编号不重复，从一级开始，不跳级`, () => {
    const { chapters } = outlineOf(id)
    assert.equal(new Set(chapters.map((chapter) => chapter.id)).size, chapters.length)
    assert.equal(chapters[0]?.level, 1)
    for (const [at, { level }] of chapters.entries()) assert.ok(level <= (chapters[at - 1]?.level ?? 0) + 1, id)
  })

test('每个规则包的提纲都在，data/outlines 里没有哪个包都不用的提纲', () => {
  const used = rulePacks().flatMap((pack) => Object.values(outlinesOf(pack)).map(({ id }) => id))
  assert.deepEqual([...new Set(used)].toSorted(), ids.toSorted())
})

test('没有的提纲报错，不拿别的顶替', () => assert.throws(() => outlineOf('mars')))
