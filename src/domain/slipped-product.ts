import { Big } from 'big.js'
import { divide, inFloat } from './arithmetic.ts'
import type { Figure } from './fact.ts'
import { baseValue, halfUlp } from './quantity.ts'
import { isSlip } from './slip.ts'
import { slipsOf } from './slipped-rate.ts'

/** What a mean may be rounded by, as a share of it: a coarser one many slips meet by chance. */
const mostRounded = 0.001

/**
 * Whether one slip of the pen in a product or in one of its factors makes them agree.
 *
 * computed   what the factors make, in the base unit of the result
 */
export function isSlippedProduct(result: Figure, factors: readonly Figure[], computed: Big): boolean {
  const own = baseValue(result.quantity)
  if (own.lte(0) || computed.lte(0)) return false
  const inverse = divide(own, computed)
  if (isPointMoved(inverse) && [result, ...factors].some(hasDigits)) return true
  const rounded = factors.reduce((all, { quantity }) => all + roundedBy(quantity), 0)
  return (
    isSlippedBy(result, divide(computed, own), rounded) ||
    factors.some((figure) => isSlippedBy(figure, inverse, rounded))
  )
}

/** Half the last place of a number that is not counted in ones, as a share of it. */
function roundedBy(quantity: Figure['quantity']): number {
  if (quantity.unit.kind === 'count' && quantity.decimals === 0 && quantity.unit.scale === '') return 0
  return inFloat(halfUlp(quantity)) / Math.abs(inFloat(quantity.value))
}

/** Ten times as much, or a tenth, but for what a mean was rounded by. */
function isPointMoved(times: Big): boolean {
  return ['10', '0.1'].some((by) => times.minus(by).abs().lte(new Big(by).times('0.005')))
}

function hasDigits({ printed }: Figure): boolean {
  return printed.replace(/\D/g, '').length >= 4
}

/** Whether a number is a slip away from so many times itself; a moved point may have cost a place, a mean be rounded. */
function isSlippedBy({ quantity: { value, decimals }, printed }: Figure, times: Big, rounded: number): boolean {
  const wanted = value.times(times)
  if ([decimals, decimals + 1].some((places) => isSlip(wanted.toFixed(places), printed))) return true
  if (rounded === 0 || rounded > mostRounded || printed.replace(/\D/g, '').length < 4) return false
  const goal = inFloat(wanted)
  return slipsOf(printed).some((digits) => Math.abs(Number(digits) - goal) <= goal * rounded)
}
