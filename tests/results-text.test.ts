import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sectionsOf, textOf } from '../benchmarks/results-text.ts'

const results = readFileSync(new URL('../benchmarks/results.md', import.meta.url), 'utf8')
const machine = results.match(/^Machine: (.*)\. Every section/m)?.[1] ?? ''

test('性能结果里没有重测的各节原样留下', () => {
  const sections = sectionsOf(results)
  assert.ok(sections.size >= 10)
  assert.equal(textOf(machine, [...sections.keys()], sections), results)
})

test('重测的一节换成新的，次序不变', () => {
  const sections = sectionsOf(results)
  sections.set('pdf', '## PDF\n\n新的')
  const again = sectionsOf(textOf(machine, [...sections.keys()], sections))
  assert.equal(again.get('pdf'), '## PDF\n\n新的')
  assert.deepEqual([...again.keys()], [...sections.keys()])
  assert.equal(again.get('count'), sections.get('count'))
})
