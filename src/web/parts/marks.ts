import type { FindingView, MarkView } from '#http/contract.ts'

/** A place of a finding in a text; `id` is KEY:N, N the side of the finding. */
export type Hit = {
  readonly id: string
  readonly key: string
  readonly severity: FindingView['severity']
  readonly start: number
  readonly end: number
}

/** A stretch of text that is wholly inside or outside of every mark. */
export type Segment = {
  readonly start: number
  readonly end: number
  readonly mark?: MarkView
  readonly hits: readonly Hit[]
}

const rank = { error: 0, warning: 1, info: 2 }

/** The hits of findings by block, then by cell (`row/cell`, '' for a paragraph). */
export type Hits = ReadonlyMap<number, ReadonlyMap<string, readonly Hit[]>>

export function hitsOf(findings: readonly FindingView[]): Hits {
  const blocks = new Map<number, Map<string, Hit[]>>()
  for (const { key, severity, places } of findings) {
    for (const [side, { block, row, cell, start, end }] of places.entries()) {
      const holders = blocks.get(block) ?? new Map<string, Hit[]>()
      const holder = row === undefined ? '' : `${row}/${cell ?? 0}`
      holders.set(holder, [...(holders.get(holder) ?? []), { id: `${key}:${side}`, key, severity, start, end }])
      blocks.set(block, holders)
    }
  }
  return blocks
}

/** Cuts a text at the ends of its numbers and of its hits. */
export function segmentsOf(text: string, marks: readonly MarkView[], hits: readonly Hit[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...[...marks, ...hits].flatMap(({ start, end }) => [start, end])])].filter(
    (cut) => cut <= text.length,
  )
  cuts.sort((left, right) => left - right)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length
    const mark = marks.find((each) => each.start <= start && end <= each.end)
    const over = hits.filter((each) => each.start <= start && end <= each.end)
    over.sort((left, right) => rank[left.severity] - rank[right.severity])
    return { start, end, hits: over, ...(mark ? { mark } : {}) }
  })
}
