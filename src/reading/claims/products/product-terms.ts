import type { Big } from 'big.js'
import { meets, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { type Interval, intervalOf, timesOf } from '#domain/quantity.ts'

/** Whether so many times a price, for so many months, is the total. */
export function makes(price: Interval, count: Figure, total: Figure, months: Big | number = 1): boolean {
  const { low, high } = multiplyIntervals(price, timesOf(count.quantity))
  return meets(intervalOf(total.quantity), { low: low.times(months), high: high.times(months) })
}

/** A product that its own sentence does not bear out: more numbers may be tried. */
export function isDoubtfulProduct({ form, certain }: Claim): boolean {
  return form.is === 'product' && !certain && !isMade(form)
}

function isMade({ result, factors: [price, count], times = 1 }: Extract<ClaimForm, { is: 'product' }>): boolean {
  return !price || !count || makes(intervalOf(price.figure.quantity), count.figure, result.figure, times)
}

/** A doubtful product whose price numbers nearby tell another product of. */
export function isReadAnew(claim: Claim, nearby: readonly Claim[]): boolean {
  if (!isDoubtfulProduct(claim)) return false
  const [, price] = figuresOf(claim)
  return nearby.some((other) => figuresOf(other)[1] === price)
}

export function isSameProduct(one: Claim, two: Claim): boolean {
  const figures = figuresOf(two)
  return figures.length > 0 && figuresOf(one).length > 0 && figuresOf(one).every((figure, at) => figure === figures[at])
}

/** The product, its price and its count. */
function figuresOf({ form }: Claim): readonly Figure[] {
  return form.is === 'product' ? [form.result, ...form.factors].map(({ figure }) => figure) : []
}
