import type { BaseColumn } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { cellNumbers } from '#rules/facts/told-numbers.ts'
import type { Intake } from './intake.ts'

/**
 * The amounts of the base-data table by 'item@column'. Its rows are named as the form prints them; some are told by no
 * measure, and stand in the columns of those that are.
 */
export function baseCells({ reading, year }: Intake, rows: readonly BaseRow[]): ReadonlyMap<string, Figure> {
  const items = new Map(rows.map(({ item, zh }) => [bare(zh), item]))
  const found = new Map<string, Figure>()
  for (const { kind, from, to } of reading.parts) {
    if (kind !== 'base-data-table') continue
    for (let block = from; block < to; block++) {
      const columns = columnsOf(reading.facts, block, year)
      for (const { labels, figure } of cellNumbers(reading).get(block) ?? []) {
        const item = items.get(bare(labels.at(-1) ?? ''))
        const column = columns.get(figure.place.cell)
        const key = `${item}@${column}`
        // Told twice the first stands: what contradicts it is the audit's finding.
        if (item && column && figure.quantity.unit.kind === 'money' && !found.has(key)) found.set(key, figure)
      }
    }
  }
  return found
}

/** 「水费、电费、差旅费」 however it is parted. */
function bare(label: string): string {
  return label.replaceAll(/[\s：:、，,]/g, '')
}

/** What the columns of a table hold, by the cell of a row, as the amounts tell that have a measure. */
function columnsOf(facts: readonly Fact[], block: number, year: number): ReadonlyMap<number | undefined, BaseColumn> {
  const told = facts.flatMap(({ figure, phase, year: of }): [number | undefined, BaseColumn][] => {
    if (figure.place.block !== block || figure.quantity.unit.kind !== 'money') return []
    if (phase === 'actual' && of === year - 1) return [[figure.place.cell, 'prior-actual']]
    return of === year && (phase === 'actual' || phase === 'original') ? [[figure.place.cell, phase]] : []
  })
  return new Map(told)
}
