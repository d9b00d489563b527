import { fitsRatio, meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { countedAs } from './counted-as.ts'

/**
 * Whether a number is what the cells of a row make, and none of them told again: 「尚欠37.98万元」 of 379.82 settled and 341.84
 * paid; or what share a cell of the row is of an amount told in the same paragraph.
 *
 * cell    the cell that it was taken for
 * table   the numbers of its table
 * beside  the numbers of the told one's paragraph
 */
export function isMadeOfRow(told: Figure, cell: Figure, table: readonly Figure[], beside: readonly Figure[]): boolean {
  const row = table.filter(({ place }) => place.row === cell.place.row)
  const own = intervalOf(told.quantity)
  if (told.quantity.unit.kind !== 'share')
    return row.some((other) => {
      const [one, two] = [cell, other].map((each) => intervalOf(countedAs(told, each).quantity))
      return (
        other !== cell && [subtractIntervals(one!, two!), subtractIntervals(two!, one!)].some((gap) => meets(gap, own))
      )
    })
  const before = beside.filter(({ place }) => place.start < told.place.start)
  return row.some((part) => isShareOf(told, part, before) && isShareOf(cell, part, table))
}

function isShareOf(share: Figure, part: Figure, bases: readonly Figure[]): boolean {
  const { unit, value, decimals } = share.quantity
  // A column of shares may print no sign.
  const rate =
    unit.kind === 'share' ? share.quantity : { ...share.quantity, value: value.div(100), decimals: decimals + 2 }
  return (
    isAmount(part) &&
    bases.some(
      (base) =>
        base !== share &&
        base !== part &&
        base.quantity.unit.kind === part.quantity.unit.kind &&
        fitsRatio(rate, intervalOf(part.quantity), intervalOf(base.quantity)),
    )
  )
}

function isAmount({ quantity }: Figure): boolean {
  return quantity.unit.kind === 'money' || quantity.unit.kind === 'count'
}
