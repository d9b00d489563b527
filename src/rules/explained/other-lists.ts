import type { Figure } from '#domain/fact.ts'
import { besideOf, digitsOf, isAlike, sumOf, valueOf } from './numbers.ts'
import { isOneOfAll } from './other-sums.ts'

/**
 * Whether what is said to be left is part of what it was taken for a sum of, 「救助79名，预计89名，未完成的10名」; or with the others makes
 * a number of the paragraph: 「不满意27份…13份写…，9份写…，还有5份」.
 *
 * told     the figures of the finding, the total first
 * figures  all of the reading
 */
export function isOtherRemainder(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [total, ...parts] = told
  // Points are added and taken off so that one is what others make, too.
  if (!total || parts.length < 2 || total.quantity.unit.kind === 'score') return false
  const all = sumOf(told)
  return (
    isOneOfAll(total, parts) ||
    figures.some(
      (each) =>
        each.place.block === total.place.block && isAlike(each, total) && digitsOf(each) >= 2 && valueOf(each).eq(all),
    )
  )
}

/**
 * Whether a list that was taken for all there is, with one more number of its paragraph, makes another one there: 「共96份，抽40份，其中
 * 7份缺签字、4份缺影像，合格29份」.
 *
 * told     the figures of the finding, the total first
 * figures  all of the reading
 */
export function isListOfAnother(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [total, ...parts] = told
  if (!total || parts.length < 2) return false
  const alike = besideOf(parts[0]!, told, figures).filter((each) => isAlike(each, total))
  const sum = sumOf(parts)
  return alike.some((one) =>
    alike.some((whole) => one !== whole && digitsOf(whole) >= 2 && sum.plus(valueOf(one)).eq(valueOf(whole))),
  )
}
