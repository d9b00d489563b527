import { Big } from 'big.js'
import { type RunningSum, runningSum } from './running-sum.ts'

/** The money and numbers of a sheet so far, and the rows that claim to be their totals. */
export type Totals = {
  add(field: string, value: Big): void
  claim(total: ClaimedTotal): void
  faults(): readonly (ClaimedTotal & { readonly sums: readonly Big[] })[]
}
export type ClaimedTotal = {
  readonly row: number
  readonly field: string
  readonly column: number
  readonly value: Big
  readonly label: string
}

const label = /^(?:总?合计|总计|小计|累计|共计|本[页月]合计|本[页月]小计|本年累计|本月累计)$/

/** Whether the first words of a row say that it is a total: 「合 计」「小计：」. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 12 && text.includes('计') && label.test(text.replaceAll(/[\s:：()（）]/g, ''))
}

const zero = new Big(0)

/**
 * Adds up a sheet's columns. A total is right when it is the sum of all rows, of those above it, or of those since the
 * total before it: official tables print it at the head, at the foot and under each group.
 */
export function totalsOf(): Totals {
  const sums = new Map<string, RunningSum>()
  const since = new Map<string, Big>()
  const claims: { total: ClaimedTotal; above: Big; group: Big }[] = []
  return {
    add(field, value) {
      let sum = sums.get(field)
      if (!sum) sums.set(field, (sum = runningSum()))
      sum.add(value)
    },
    claim(total) {
      const above = sums.get(total.field)?.value() ?? zero
      const group = above.minus(since.get(total.field) ?? zero)
      since.set(total.field, above)
      claims.push({ total, above, group })
    },
    faults() {
      return claims.flatMap(({ total, above, group }) => {
        const all = sums.get(total.field)?.value() ?? zero
        const possible = [all, above, group]
        return possible.some((sum) => sum.eq(total.value)) ? [] : [{ ...total, sums: possible }]
      })
    },
  }
}
