import type { Big } from 'big.js'
import { baseValue } from '#domain/quantity.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { inPrintedUnit, unitFactor } from '#domain/unit.ts'
import type { Bearer } from '../sums/adds-up.ts'

/** Whether correcting one number by a single slip would make the list add up, to the last digit or to one off by rounding. */
export function oneSlipAway(total: Bearer, parts: readonly Bearer[]): boolean {
  const whole = baseValue(total.figure.quantity)
  const sum = parts.reduce((all, each) => all.plus(baseValue(each.figure.quantity)), whole.times(0))
  const should = (mention: Bearer) =>
    mention === total ? sum : baseValue(mention.figure.quantity).plus(whole.minus(sum))
  const most = Math.max(...[total, ...parts].map(({ figure }) => figure.quantity.decimals))
  return [total, ...parts].some((mention) => {
    const value = should(mention)
    const { decimals, unit } = mention.figure.quantity
    if (!value.gt(0)) return false
    const inUnit = inPrintedUnit(value, unit.kind === 'money' ? unit : total.figure.quantity.unit)
    const last = decimals > 0 && unit.kind === 'money' ? [0, 1, -1] : [0]
    const isNear = (places: number) =>
      last.some((off) => isSlip(inUnit.plus(off * 10 ** -places).toFixed(places), mention.figure.printed))
    return isNear(decimals) || (most !== decimals && isNear(most)) || isOtherUnit(value, mention)
  })
}

/**
 * Whether the parts almost give the total: one slip away, or within a twentieth. What differs by more was hardly meant to
 * be its parts: one of them may stand in another sentence, or the total be of something else.
 */
export function isNear(total: Bearer, parts: readonly Bearer[]): boolean {
  const whole = baseValue(total.figure.quantity)
  const sum = parts.reduce((all, { figure }) => all.plus(baseValue(figure.quantity)), whole.times(0))
  return oneSlipAway(total, parts) || whole.minus(sum).abs().lte(whole.abs().times('0.05'))
}

/** 元 where 万元 was meant, or the other way round: the number that is wanted is ten thousand times as much, or as little. */
function isOtherUnit(value: Big, { figure }: Bearer): boolean {
  const own = baseValue(figure.quantity)
  if (own.lte(0)) return false
  return [10_000, 0.0001].some((times) => value.minus(own.times(times)).abs().lte(own.times(times).times('0.001')))
}

/** Whether one digit changed, or two swapped, in a whole number of one or two digits makes the list add up. */
export function oneSmallSlipAway(total: Bearer, parts: readonly Bearer[]): boolean {
  const value = ({ figure }: Bearer) => baseValue(figure.quantity)
  const sum = parts.reduce((all, each) => all.plus(value(each)), value(total).times(0))
  const gap = value(total).minus(sum)
  const wanted = [[total, sum] as const, ...parts.map((each) => [each, value(each).plus(gap)] as const)]
  return wanted.some(([{ figure }, should]) => {
    const { printed, quantity } = figure
    const digits = should.div(unitFactor(quantity.unit)).toFixed(quantity.decimals)
    return should.gt(0) && isSmallSlip(digits, printed)
  })
}
