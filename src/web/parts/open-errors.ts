import type { YearChecks } from '#http/contracts/year.ts'

/** How much stands against handing a set in. */
export function openErrors({ entries, gaps, reports }: YearChecks): number {
  const errors = (list: readonly { severity: string }[]) => list.filter(({ severity }) => severity === 'error').length
  return errors(entries) + gaps.length + errors(reports)
}
