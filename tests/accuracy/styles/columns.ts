import { sum } from '../relations.ts'
import { type Num } from '../report.ts'

/** Every column of a table adds up to its total. */
export function columnSums(totals: readonly Num[], rows: readonly (readonly Num[])[]): void {
  for (const [index, total] of totals.entries())
    sum(
      total,
      rows.map((row) => row[index]!),
      'column',
    )
}
