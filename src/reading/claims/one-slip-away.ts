import { baseValue } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { unitFactor } from '#domain/unit.ts'
import type { Mention } from './sentences.ts'

/** Whether correcting one number by a single slip would make the list add up. */
export function oneSlipAway(total: Mention, parts: readonly Mention[]): boolean {
  const factor = unitFactor(total.figure.quantity.unit)
  const whole = baseValue(total.figure.quantity)
  const sum = parts.reduce((all, each) => all.plus(baseValue(each.figure.quantity)), whole.times(0))
  const should = (mention: Mention) =>
    mention === total ? sum : baseValue(mention.figure.quantity).plus(whole.minus(sum))
  return [total, ...parts].some(
    (mention) =>
      should(mention).gt(0) &&
      isSlip(should(mention).div(factor).toFixed(mention.figure.quantity.decimals), mention.figure.printed),
  )
}
