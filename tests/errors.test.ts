import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { problems } from '#domain/problem.ts'

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, code, sentence]) => [code, sentence])

test('docs/errors.md 与问题表一字不差、次序相同', () => {
  assert.deepEqual(rows, Object.entries(problems))
})

test('每条提示都是以句号结尾的中文句子', () => {
  for (const [code, sentence] of Object.entries(problems)) assert.match(sentence, /^\p{Script=Han}.*。$/u, code)
})

test('提示里没有给程序员看的话', () => {
  for (const [code, sentence] of Object.entries(problems)) {
    assert.doesNotMatch(sentence, /null|undefined|exception|stack|JSON/i, code)
  }
})

test('每条提示都写明接着做什么', () => {
  for (const [code, sentence] of Object.entries(problems)) assert.match(sentence, /请/, code)
})
