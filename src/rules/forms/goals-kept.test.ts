import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartKind } from '#domain/document.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import { type Said, indicator, readingOf } from './form-reading.ts'
import { goalsKept } from './goals-kept.ts'

const knowledge: Knowledge = { measures: [], identities: [], accounts: new Map(), wording: { slips: [], residue: [] } }
const self = '某县2023年度部门整体支出绩效自评表'
const goal = '某县2023年度部门整体支出绩效目标表'

type Form = readonly [title: string, kind: PartKind, rows: readonly Said[]]

function messagesOf(forms: readonly Form[]): string[] {
  const rows = forms.flatMap(([, , said], part) => said.map((each) => ({ ...indicator(each), part })))
  const parts = forms.map(([title, kind], index) => ({ index, title, kind, from: 0, to: 0, year: 2023 }))
  return goalsKept
    .judge({ ...readingOf(rows), parts }, knowledge)
    .flatMap((verdict) => (verdict.outcome === 'contradiction' ? [verdict.finding.message] : []))
}

const cases: [name: string, forms: readonly Form[], contradictions: number, message?: RegExp][] = [
  [
    '目标和分值都一样',
    [
      [goal, 'goal-form', [{ target: '≥12次', weight: '10' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次', weight: '10' }]],
    ],
    0,
  ],
  [
    '目标改了',
    [
      [goal, 'goal-form', [{ target: '≥15次' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次' }]],
    ],
    1,
    /绩效目标表是「≥15次」，自评表是「≥12次」/,
  ],
  [
    '分值改了',
    [
      [goal, 'goal-form', [{ target: '≥12次', weight: '15' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次', weight: '10' }]],
    ],
    1,
    /绩效目标表是15分，自评表是10分/,
  ],
  [
    '只是单位写在别处',
    [
      [goal, 'goal-form', [{ target: '12.0' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次' }]],
    ],
    0,
  ],
  [
    '写法不同的定性目标不断定',
    [
      [goal, 'goal-form', [{ target: '明显改善' }]],
      [self, 'self-evaluation-form', [{ target: '有所改善' }]],
    ],
    0,
  ],
  [
    '监控表也对',
    [
      ['某县2023年1-7月部门整体支出绩效运行监控表', 'monitoring-form', [{ target: '≥9次' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次' }]],
    ],
    1,
    /监控表是「≥9次」/,
  ],
  [
    '别的项目的目标表不对',
    [
      ['2023年度修路项目支出绩效目标表', 'goal-form', [{ target: '≥15次' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次' }]],
    ],
    0,
  ],
  [
    '同名的两个指标分不清，不对',
    [
      [goal, 'goal-form', [{ target: '≥15次' }, { target: '≥16次' }]],
      [self, 'self-evaluation-form', [{ target: '≥12次' }]],
    ],
    0,
  ],
]
for (const [name, forms, contradictions, message] of cases)
  test(`自评表与目标表、监控表：${name}`, () => {
    const messages = messagesOf(forms)
    assert.equal(messages.length, contradictions, messages.join())
    if (message) assert.match(messages[0] ?? '', message)
  })
