import { meets } from '#domain/arithmetic.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isSlip } from './slips.ts'

/** A table row as the text may cite it: its words, and its numbers. */
type Row = { readonly labels: readonly string[]; readonly figures: readonly Figure[] }

/**
 * A number the text gives for something that has a row of its own in a table stands in that row (I71, P14).
 * Which column is meant is not certain: only a number one slip away from one in the row is reported, as a warning.
 */
export const textAndTable: Rule = {
  id: 'I71',
  title: '正文引用的数字与附表一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const rows = rowsOf(reading)
    if (rows.length === 0) return [{ outcome: 'not-applicable' }]
    return reading.facts.filter((fact) => fact.from === 'sentence' && fact.measure.startsWith('count:')).flatMap((fact) => judgeFact(fact, rows))
  },
}

function judgeFact(fact: Fact, rows: readonly Row[]): Verdict[] {
  const thing = fact.measure.split(':')[1] ?? ''
  const cited = rows.filter((row) => row.labels.some((label) => names(thing, label)))
  const candidates = cited.flatMap((row) => row.figures).filter((figure) => comparable(fact.figure, figure))
  if (candidates.length === 0) return []
  const own = intervalOf(fact.figure.quantity)
  const same = candidates.find((figure) => meets(own, intervalOf(figure.quantity)))
  if (same) return [{ outcome: 'holds', figures: [fact.figure.id] }]
  const near = candidates.filter((figure) => isSlip(figure.printed, fact.figure.printed))
  if (near.length !== 1) return [{ outcome: 'undetermined', missing: `“${thing}”在附表中对应的栏目` }]
  const terms = [fact.figure, near[0]!].map((figure) => ({ name: thing, figure }))
  const form = { is: 'equal', terms } as const
  return [judgeEqual({ rule: 'I71', form, certain: false, because: '两个数只差一处笔误，附表中对应的栏目按上下文判断', quote: fact.figure.place }, form)]
}

function names(thing: string, label: string): boolean {
  return label === thing || (label.length >= 4 && thing.endsWith(label)) || (thing.length >= 4 && label.endsWith(thing))
}

function comparable(text: Figure, cell: Figure): boolean {
  const a = text.quantity.unit
  const b = cell.quantity.unit
  return a.kind === b.kind && (a.kind === 'money' || a.name === b.name)
}

function rowsOf(reading: Reading): Row[] {
  const byRow = new Map<string, Figure[]>()
  for (const figure of reading.figures) {
    if (figure.place.row === undefined) continue
    const key = `${figure.place.block}|${figure.place.row}`
    byRow.set(key, [...(byRow.get(key) ?? []), figure])
  }
  return [...byRow].map(([key, figures]) => {
    const [block, row] = key.split('|').map(Number) as [number, number]
    const table = reading.document.blocks[block]
    const cells = table?.kind === 'table' ? (table.rows[row] ?? []) : []
    const labels = cells.map((cell) => bare(cell.text)).filter((label) => label.length >= 3)
    return { labels, figures }
  })
}

/** A row label without its numbering, 其中 and colon. */
function bare(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/^(?:其中|[一二三四五六七八九十]+、|\d+[、.．]|[（(][一二三四五六七八九十\d]+[)）])+[：:]?/, '')
    .replace(/[“”"（(].*?[)）]|[“”"：:]/g, '')
}
