import { meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { inPrintedUnit } from '#domain/unit.ts'

/** What differs by more was hardly meant to be the same amount. */
const near = '0.15'

/** Whether two numbers can have been meant as one amount: near, a slip of the pen away, or the point moved. */
export function isOneAmount(one: Figure, two: Figure): boolean {
  const [left, right] = [one.quantity, two.quantity]
  const [more, less] = [baseValue(left), baseValue(right)]
  if (more.lte(0) || less.lte(0)) return false
  return (
    more.minus(less).abs().lte(more.times(near)) ||
    isSlippedApart(one, two) ||
    ['0.0001', '0.1', '10', '10000'].some((times) => meets(intervalOf(right), scaled(left, times)))
  )
}

/** Whether one slip of the pen in one of two numbers makes them the same amount. */
export function isSlippedApart(one: Figure, two: Figure): boolean {
  return isSlippedFrom(one.quantity, two) || isSlippedFrom(two.quantity, one)
}

/** Whether a printed number is a slip away from the other amount in its unit; zeros that end both tell nothing. */
function isSlippedFrom(other: Quantity, { printed, quantity: { unit, decimals } }: Figure): boolean {
  const wanted = inPrintedUnit(baseValue(other), unit).toFixed(decimals)
  if (isSlip(wanted, printed)) return true
  const zeros = Math.min(zerosOf(wanted), zerosOf(printed))
  return isSmallSlip(wanted.slice(0, wanted.length - zeros), printed.slice(0, printed.length - zeros))
}

function zerosOf(printed: string): number {
  return printed.includes('.') ? 0 : /0*$/.exec(printed)![0].length
}

function scaled(quantity: Quantity, times: string): { low: Quantity['value']; high: Quantity['value'] } {
  const { low, high } = intervalOf(quantity)
  return { low: low.times(times), high: high.times(times) }
}
