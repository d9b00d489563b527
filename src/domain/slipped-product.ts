import type { Big } from 'big.js'
import { divide } from './arithmetic.ts'
import type { Figure } from './fact.ts'
import { baseValue } from './quantity.ts'
import { isSlip } from './slip.ts'

/**
 * Whether one slip of the pen in a product or in one of its factors makes them agree.
 *
 * computed   what the factors make, in the base unit of the result
 */
export function isSlippedProduct(result: Figure, factors: readonly Figure[], computed: Big): boolean {
  const own = baseValue(result.quantity)
  if (own.lte(0) || computed.lte(0)) return false
  const inverse = divide(own, computed)
  return isSlippedBy(result, divide(computed, own)) || factors.some((figure) => isSlippedBy(figure, inverse))
}

/** Whether a number is a slip away from so many times itself; a moved point may have cost a place. */
function isSlippedBy({ quantity: { value, decimals }, printed }: Figure, times: Big): boolean {
  const wanted = value.times(times)
  return [decimals, decimals + 1].some((places) => isSlip(wanted.toFixed(places), printed))
}
