import { Big } from 'big.js'
import { type RunningSum, runningSum } from './running-sum.ts'

/** The money and numbers of a sheet so far, and the rows that claim to be their totals. */
export type Totals = {
  add(field: string, value: Big): void
  claim(total: ClaimedTotal): void
  /** Totals that are no sum of their rows, with what the rows come to. */
  faults(): readonly WrongTotal[]
  /** Totals that are right, typed where others of their row or column are formulas. */
  typed(): readonly ClaimedTotal[]
}
/** `kind`: whether a formula makes it, where the sheet tells. */
export type ClaimedTotal = {
  readonly row: number
  readonly field: string
  readonly column: number
  readonly value: Big
  readonly label: string
  readonly kind?: 'formula' | 'typed'
}
/** `ofGroup`: the sum is that of the rows since the total before. `isTypedOver`: others of its row or column are formulas. */
export type WrongTotal = ClaimedTotal & { readonly sum: Big; readonly ofGroup: boolean; readonly isTypedOver: boolean }

const label = /^(?:总?合计|总计|小计|累计|共计|本[页月]合计|本[页月]小计|本年累计|本月累计)$/
const ofGroup = /小计|本[页月]/

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
  const sumOf = (field: string) => sums.get(field)?.value() ?? zero
  const isTypedOver = ({ kind, row, column }: ClaimedTotal) =>
    kind === 'typed' &&
    claims.some(({ total }) => total.kind === 'formula' && (total.row === row || total.column === column))
  const isRight = ({ total, above, group }: (typeof claims)[number]) =>
    [sumOf(total.field), above, group].some((sum) => sum.eq(total.value))
  return {
    add(field, value) {
      let sum = sums.get(field)
      if (!sum) sums.set(field, (sum = runningSum()))
      sum.add(value)
    },
    claim(total) {
      const above = sumOf(total.field)
      const group = above.minus(since.get(total.field) ?? zero)
      since.set(total.field, above)
      claims.push({ total, above, group })
    },
    faults() {
      return claims
        .filter((claim) => !isRight(claim))
        .map(({ total, group }) => {
          const isOfGroup = ofGroup.test(total.label) && group.gt(0)
          const sum = isOfGroup ? group : sumOf(total.field)
          return { ...total, sum, ofGroup: isOfGroup, isTypedOver: isTypedOver(total) }
        })
    },
    typed: () => claims.filter((claim) => isRight(claim) && isTypedOver(claim.total)).map(({ total }) => total),
  }
}
