import type { Figure } from '#domain/fact.ts'
import { type Finding, accusedIn } from '#domain/finding.ts'
import { isFine } from '#domain/significance.ts'
import type { Judged } from '../disproved.ts'

/** So many rows of a table that are reckoned in one way say how the table is to be read. */
const fewestRows = 3
/** For each row that is not, so many are. */
const forEach = 3

/**
 * Whether a finding about a row of a table is borne out by the others: the same rule holds for most of them, so that the
 * columns were read as they are meant and the row itself is wrong, by however much. Only rows whose numbers leave little
 * to rounding are counted.
 *
 * figures   all of the reading, by id
 */
export function borneOut(judged: readonly Judged[], figures: readonly Figure[]): (finding: Finding) => boolean {
  const rows = new Map<string, { holds: number; fails: number }>()
  const at = (rule: string, figure: Figure | undefined) => {
    if (figure?.place.row === undefined) return undefined
    const key = `${rule} ${figure.place.block}`
    if (!rows.has(key)) rows.set(key, { holds: 0, fails: 0 })
    return rows.get(key)
  }
  for (const { rule, verdicts } of judged)
    for (const verdict of verdicts) {
      if (verdict.outcome === 'holds') {
        const own = (verdict.figures ?? []).flatMap((id) => figures[id] ?? [])
        const row = own.every((each) => each.quantity.unit.kind === 'share' || isFine(each))
          ? at(rule.id, own[0])
          : undefined
        if (row) row.holds += 1
      } else if (verdict.outcome === 'contradiction') {
        const row = at(rule.id, accusedIn(verdict.finding))
        if (row) row.fails += 1
      }
    }
  return (finding) => {
    const row = at(finding.rule, accusedIn(finding))
    return row !== undefined && row.holds >= Math.max(fewestRows, row.fails * forEach)
  }
}
