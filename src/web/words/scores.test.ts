import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from './scores.ts'

const bounds = { score: 90, execution: 80 }

for (const [names, known, all, said] of [
  [[], 5, 5, '5 个评价对象里，没有得分 90 以上而执行率不到 80% 的'],
  [[], 1, 5, '有得分又有执行率的 1 个评价对象里（另有 4 个还评不出），没有得分 90 以上而执行率不到 80% 的'],
  [
    ['县档案馆'],
    2,
    3,
    '有得分又有执行率的 2 个评价对象里（另有 1 个还评不出），1 个得分 90 以上而执行率不到 80%：县档案馆',
  ],
] as const)
  test(`得分对照执行率，${all} 个里 ${known} 个两样都有：${said}`, () => {
    assert.equal(words.said(names, known, all, bounds), said)
  })
