import type { Evidence } from '#domain/finding.ts'
import type { Verdict } from '../../rule.ts'

/** The things a text gives a number of: `said` of them, where there are `count`, in `unit`. */
type Miscount = { readonly said: number; readonly count: number; readonly unit: string }

/** A text gives another number of things than there are (I76), told as a warning. */
export function miscounted({ said, count, unit }: Miscount, message: string, evidence: readonly Evidence[]): Verdict {
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I76',
      severity: 'warning',
      message,
      expression: `${count} ≠ ${said}`,
      difference: String(Math.abs(said - count)),
      unit,
      evidence,
    },
  }
}
