import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ParagraphComparison } from '#domain/year/comparison.ts'
import { compareTexts } from './compare-texts.ts'

const said = (paragraphs: readonly ParagraphComparison[]) =>
  paragraphs.map((paragraph) =>
    paragraph.kind === 'changed'
      ? paragraph.parts
          .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`))
          .join('|')
      : `${paragraph.kind} ${paragraph.text}`,
  )

const cases: [name: string, was: string[], is: string[], said: string[]][] = [
  ['一样', ['甲。', '乙。'], ['甲。', '乙。'], ['same 甲。', 'same 乙。']],
  ['只改一个数，整个数标出', ['共召开会议12次。'], ['共召开会议13次。'], ['共召开会议|-12|+13|次。']],
  ['插入一段', ['甲。', '丙。'], ['甲。', '乙。', '丙。'], ['same 甲。', 'added 乙。', 'same 丙。']],
  ['删去末段', ['甲。', '乙。'], ['甲。'], ['same 甲。', 'removed 乙。']],
  [
    '换成毫不相干的一段，不硬凑',
    ['年度目标已经完成。'],
    ['资金使用合规'],
    ['removed 年度目标已经完成。', 'added 资金使用合规'],
  ],
  ['从无到有', [], ['甲。'], ['added 甲。']],
]
for (const [name, was, is, expected] of cases)
  test(`段落比较：${name}`, () => assert.deepEqual(said(compareTexts(was, is)), expected))
