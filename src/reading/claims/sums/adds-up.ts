import { addIntervals, meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'

/** Whatever carries a number: a mention, a term of a claim. */
export type Bearer = { readonly figure: Figure }

/** What numbers add up to, in the base unit. */
export function sumOf(list: readonly Bearer[]): Interval {
  return addIntervals(list.map(({ figure }) => intervalOf(figure.quantity)))
}

/** Whether the parts add up to the total, as far as rounding can tell. */
export function addsUp(total: Bearer, parts: readonly Bearer[]): boolean {
  return meets(intervalOf(total.figure.quantity), sumOf(parts))
}
