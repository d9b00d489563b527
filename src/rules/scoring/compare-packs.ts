import type { Big } from 'big.js'
import type { EvaluationInputs } from '#domain/evaluation.ts'
import type { RulePack } from '#domain/pack.ts'
import { currentFormulas } from './formula-versions.ts'

/** One line where two packs score the same data: an indicator, the execution rate or the total; absent points could not be said. */
export type Compared = { readonly entity: string; readonly what: string; readonly left?: Big; readonly right?: Big }

/** The same data under two packs, line by line, those that differ and the totals. */
export function comparePacks(inputs: readonly EvaluationInputs[], left: RulePack, right: RulePack): Compared[] {
  return inputs.flatMap((each) => {
    const [a, b] = [currentFormulas(each, left), currentFormulas(each, right)]
    const line = (what: string, one: Big | undefined, other: Big | undefined): Compared => ({
      entity: each.entity,
      what,
      ...(one ? { left: one } : {}),
      ...(other ? { right: other } : {}),
    })
    const rows = a.indicators.map((scored, index) =>
      line(scored.input.name, scored.points, b.indicators[index]?.points),
    )
    const differing = [line('预算执行率', a.execution.points, b.execution.points), ...rows].filter(
      (row) => !(row.left && row.right ? row.left.eq(row.right) : row.left === row.right),
    )
    return [...differing, line('总分', a.total, b.total)]
  })
}
