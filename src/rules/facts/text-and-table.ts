import { meets } from '#domain/arithmetic.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isSlip } from '#domain/slip.ts'
import { countedFacts } from './counted-facts.ts'
import { type TableRow, tableRows } from './table-rows.ts'

/**
 * A number the text gives for something that has a row of its own in a table stands in that row (I71, P14).
 * Which column is meant is not certain: only a number one slip away from one in the row is reported, as a warning.
 */
export const textAndTable: Rule = {
  id: 'I71',
  title: '正文引用的数字与附表一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    // What was asked for or spent so far is another number than the text's, however alike.
    const early = new Set(
      reading.parts.filter(({ kind }) => kind === 'goal-form' || kind === 'monitoring-form').map(({ index }) => index),
    )
    const rows = tableRows(reading).filter(({ figures: [first] }) => !first || !early.has(first.place.part))
    if (rows.length === 0) return [{ outcome: 'not-applicable' }]
    const byEnding = endingsOf(rows)
    return countedFacts(reading.facts).flatMap(({ fact, thing }) =>
      fact.from === 'sentence' ? judgeFact(fact, thing, byEnding) : [],
    )
  },
}

/** Rows by the last three characters of their labels: two names of one thing end alike. */
function endingsOf(rows: readonly TableRow[]): ReadonlyMap<string, readonly TableRow[]> {
  const byEnding = new Map<string, TableRow[]>()
  for (const row of rows) {
    for (const label of row.labels) {
      const ending = label.slice(-3)
      const alike = byEnding.get(ending)
      if (alike) alike.push(row)
      else byEnding.set(ending, [row])
    }
  }
  return byEnding
}

function judgeFact(fact: Fact, thing: string, byEnding: ReadonlyMap<string, readonly TableRow[]>): Verdict[] {
  const cited = (byEnding.get(thing.slice(-3)) ?? []).filter((row) => row.labels.some((label) => names(thing, label)))
  const candidates = cited.flatMap((row) => row.figures).filter((figure) => comparable(fact.figure, figure))
  if (candidates.length === 0) return []
  const own = intervalOf(fact.figure.quantity)
  const same = candidates.find((figure) => meets(own, intervalOf(figure.quantity)))
  if (same) return [{ outcome: 'holds', figures: [fact.figure.id] }]
  const near = candidates.filter((figure) => isSlip(figure.printed, fact.figure.printed))
  if (near.length !== 1) return [{ outcome: 'undetermined', missing: `“${thing}”在附表中对应的栏目` }]
  const terms = [fact.figure, near[0]!].map((figure) => ({ name: thing, figure }))
  const form = { is: 'equal', terms } as const
  return [
    judgeEqual(
      {
        rule: 'I71',
        form,
        certain: false,
        because: '两个数只差一处笔误，附表中对应的栏目按上下文判断',
        quote: fact.figure.place,
      },
      form,
    ),
  ]
}

function names(thing: string, label: string): boolean {
  return (
    (label === thing && label.length >= 3) ||
    (label.length >= 4 && thing.endsWith(label)) ||
    (thing.length >= 4 && label.endsWith(thing))
  )
}

function comparable(text: Figure, cell: Figure): boolean {
  const a = text.quantity.unit
  const b = cell.quantity.unit
  return a.kind === b.kind && (a.kind === 'money' || a.name === b.name)
}
