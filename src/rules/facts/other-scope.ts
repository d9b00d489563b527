import { meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { countedAs } from './counted-as.ts'

const fewestDigits = 4

/**
 * Whether amounts are told before a number none of which stands in the row that it was taken for: 「基本支出5248.92万元，执行率99.67%」 is no
 * cell of a row without 5248.92, but of the same thing in another table's scope.
 *
 * length   how many characters before the number what is said of it begins
 * row      the numbers of the row
 * beside   the numbers of the told one's paragraph
 */
export function isOfOtherScope(
  { place }: Figure,
  length: number,
  row: readonly Figure[],
  beside: readonly Figure[],
): boolean {
  const amounts = beside.filter(
    (each) =>
      each.place.start < place.start &&
      each.place.start >= place.start - length &&
      each.quantity.unit.kind !== 'share' &&
      each.printed.replace('.', '').length >= fewestDigits,
  )
  return (
    amounts.length > 0 &&
    !amounts.some((each) =>
      row.some((own) => meets(intervalOf(each.quantity), intervalOf(countedAs(each, own).quantity))),
    )
  )
}
