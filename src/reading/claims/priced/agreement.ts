import { Big } from 'big.js'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { meets, multiplyIntervals } from '#domain/arithmetic.ts'
import { isLaidDown, priceInterval } from '#domain/price-interval.ts'
import { type Interval, baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSmallSlip } from '#domain/slip.ts'
import { isSlippedProduct } from '#domain/slipped-product.ts'
import { inPrintedUnit } from '#domain/unit.ts'

type Product = Extract<ClaimForm, { is: 'product' }>

/** Whether the numbers of a product agree; `mean`: its first factor may be rounded to its last place as means are. */
export function agrees({ form }: Claim, mean = true): boolean {
  if (form.is !== 'product') return false
  const price = form.factors[0]!
  const { quantity } = price.figure
  const told = priceInterval(price.name, quantity)
  return isMade(form, told) || (mean && !isLaidDown(price.name, quantity) && isMade(form, meanOf(quantity)))
}

/** Whether only the rounding of a mean makes a product agree: of that nothing need be said. */
export function isRounded(claim: Claim): boolean {
  if (claim.form.is !== 'product' || !agrees(claim)) return false
  const { factors, result } = claim.form
  const price = factors[0]!
  const { kind } = result.figure.quantity.unit
  const isMoney = price.figure.quantity.unit.kind === kind && kind !== 'count'
  return !isMade(
    claim.form,
    isMoney ? priceInterval(price.name, price.figure.quantity) : timesOf(price.figure.quantity),
  )
}

function isMade({ result, factors: [, ...rest], times = 1 }: Product, { low, high }: Interval): boolean {
  const made = rest.reduce((all, { figure }) => multiplyIntervals(all, timesOrShare(figure.quantity)), {
    low: low.times(times),
    high: high.times(times),
  })
  return meets(intervalOf(result.figure.quantity), made)
}

function timesOrShare(quantity: Product['result']['figure']['quantity']): Interval {
  return quantity.unit.kind === 'share' ? intervalOf(quantity) : timesOf(quantity)
}

/** Whether one slip of the pen makes a product agree. */
export function isSlipped({ form }: Claim): boolean {
  if (form.is !== 'product') return false
  const [price, ...counts] = form.factors.map(({ figure }) => figure)
  const often = counts.reduce((all, { quantity }) => all.times(timesOrShare(quantity).low), new Big(form.times ?? 1))
  const { quantity, printed } = form.result.figure
  const computed = baseValue(price!.quantity).times(often)
  if (isSlippedProduct(form.result.figure, [price!, ...counts], computed)) return true
  const wanted = inPrintedUnit(computed, quantity.unit)
  return isSmallSlip(wanted.toFixed(), printed) || isSmallSlip(wanted.toFixed(quantity.decimals), printed)
}
