import type { Figure } from './fact.ts'
import { intervalOf } from './quantity.ts'
import { unitFactor } from './unit.ts'

/** Rounded amounts of fewer digits give almost any rate near a hundred. */
const fewestDigits = 4

/** A rate or the points of a form of fewer digits are a slip away from many others. */
const fewestTelling = 3

/** How many digits of a printed number tell something: without the zeros before and behind. */
export function significantDigits(printed: string): number {
  return printed.replace(/\D/g, '').replace(/^0+|0+$/g, '').length
}

/**
 * Whether a number is exact or printed with so many digits that its rounding makes little of what is reckoned from it. A
 * price is laid down in whole 元: 200.
 */
export function isFine({ quantity, printed }: Figure): boolean {
  const { low, high } = intervalOf(quantity)
  const isInYuan = quantity.unit.kind === 'money' && unitFactor(quantity.unit).eq(1)
  return low.eq(high) || isInYuan || printed.replace(/\D/g, '').replace(/^0+/, '').length >= fewestDigits
}

/** Whether a number has digits enough that a slip in it is hardly met by chance. Of an amount the zeros after the point are told as well: 0.00. */
export function isTelling({ printed, quantity }: Figure): boolean {
  const isAmount = quantity.unit.kind !== 'share' && printed.includes('.')
  return (isAmount ? printed.replace(/\D/g, '').length : significantDigits(printed)) >= fewestTelling
}
