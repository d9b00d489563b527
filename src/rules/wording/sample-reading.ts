import type { Block, Cell, Part, PartKind } from '#domain/document.ts'
import type { Finding } from '#domain/finding.ts'
import type { Knowledge, Wording } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule } from '../rule.ts'

/** A report written for a test: a string is a paragraph, rows of strings are a table. The title is its first paragraph. */
export type Sample = {
  readonly title: string
  readonly kind?: PartKind
  readonly year?: number
  readonly project?: string
  readonly entity?: string
  readonly blocks: readonly (string | readonly (readonly string[])[])[]
}

/** The reading of sample reports that stand in one file, without figures, facts and claims. */
export function sampleReading(samples: readonly Sample[]): Reading {
  const blocks: Block[] = []
  const parts = samples.map(({ title, kind = 'department-report', blocks: own, ...named }, index): Part => {
    const from = blocks.length
    for (const block of [title, ...own])
      blocks.push(typeof block === 'string' ? { kind: 'paragraph', text: block, locus: {} } : tableOf(block))
    return { index, title, kind, from, to: blocks.length, ...named }
  })
  const document = { file: '报告.txt', format: 'text', blocks } as const
  return { document, parts, figures: [], facts: [], claims: [], indicators: [] }
}

/** What a rule finds in one report of 2023 with these blocks. */
export function findingsIn(rule: Rule, blocks: Sample['blocks'], wording?: Wording): Finding[] {
  return findingsOf(rule, [{ title: '2023年度部门整体支出绩效自评报告', year: 2023, blocks }], wording)
}

/** What a rule finds in sample reports. */
export function findingsOf(rule: Rule, samples: readonly Sample[], wording?: Wording): Finding[] {
  const knowledge: Knowledge = {
    measures: [],
    identities: [],
    accounts: new Map(),
    wording: wording ?? { slips: [], residue: [] },
  }
  return rule
    .judge(sampleReading(samples), knowledge)
    .flatMap((verdict) => (verdict.outcome === 'contradiction' ? [verdict.finding] : []))
}

/** The words a finding points at. */
export function quoted(finding: Finding | undefined): string[] {
  return (finding?.evidence ?? []).map((each) => ('text' in each ? each.text : each.figure.text))
}

function tableOf(rows: readonly (readonly string[])[]): Block {
  const cells = rows.map((row, at) =>
    row.map((text, column): Cell => ({ row: at, column, rowSpan: 1, columnSpan: 1, text, locus: {} })),
  )
  return { kind: 'table', number: 1, rows: cells, locus: {} }
}
