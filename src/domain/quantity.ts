import { Big } from 'big.js'
import { onceFor } from './once-for.ts'
import { type Unit, inBaseUnit, unitFactor } from './unit.ts'

/**
 * How far a printed number may lie from what was measured.
 *
 * low, high   bounds in the base unit of the unit's kind (元 for money, 1 for counts, 1 for shares: 50% is 0.5)
 */
export type Interval = { readonly low: Big; readonly high: Big }

/** A word that makes a printed number loose: 「余」「近」「约」「超过」「以内」… */
export type Looseness = 'exact' | 'above' | 'below' | 'about' | 'at-least' | 'at-most'

/**
 * A number as a document prints it.
 *
 * value      the printed decimal, in `unit` (969.06 for 969.06万元; 85.51 for 85.51%)
 * decimals   printed decimals: 969.06 has 2, so the number stands for [969.055, 969.065]
 * looseness  what 余/近/约/超… makes of it; the interval is widened accordingly
 */
export type Quantity = {
  readonly value: Big
  readonly unit: Unit
  readonly decimals: number
  readonly looseness: Looseness
}

const one = new Big(1)
const zero = new Big(0)
const fen = new Big('0.01')

const halves: Big[] = []
const wholes: Big[] = []

/** Half a unit in the last printed place, in the printed unit. */
export function halfUlp(quantity: Quantity): Big {
  return (halves[quantity.decimals] ??= new Big(`5e-${quantity.decimals + 1}`))
}

/** A unit in the last printed place, in the base unit. */
export function ulpOf({ decimals, unit }: Quantity): Big {
  const whole = (wholes[decimals] ??= new Big(`1e-${decimals}`))
  return inBaseUnit(whole, unit)
}

/** The printed value in the base unit: 元 for money, plain number for counts, fraction for %. */
export function baseValue(quantity: Quantity): Big {
  return inBaseUnit(quantity.value, quantity.unit)
}

/**
 * The interval a printed number stands for, in base units (XBRL Calculations 1.1, rounding mode).
 * Counts printed as whole numbers of people, meetings, papers or points are exact: a count has no half; money printed
 * down to the fen (元 with two decimals, 万元 with six) is exact too: there is nothing left to round.
 * Loose words widen: 余/以上/超 → [X, 1.1X], 近 → [0.9X, X], 约/左右 → ±5%.
 * The same figure is held against many others: its interval is worked out once.
 */
export const intervalOf = onceFor((quantity: Quantity): Interval => {
  const { value, looseness, unit } = quantity
  const slack = slackOf(quantity)
  if (slack === zero && looseness === 'exact') {
    const exact = inBaseUnit(value, unit)
    return { low: exact, high: exact }
  }
  let low = value.minus(slack)
  let high = value.plus(slack)
  if (looseness === 'above') high = value.times('1.1').plus(one)
  if (looseness === 'at-least') high = value.times(1000).plus(one)
  if (looseness === 'below') low = value.times('0.9').minus(one)
  if (looseness === 'at-most') low = value.times(-1000).minus(one)
  if (looseness === 'about') {
    const band = value.abs().times('0.05')
    low = value.minus(band)
    high = value.plus(band)
  }
  return { low: inBaseUnit(low, unit), high: inBaseUnit(high, unit) }
})

/** The interval of a number that was rounded in its last place, whatever its unit; loose words widen it as ever. */
export function roundedInterval(quantity: Quantity): Interval {
  return quantity.looseness === 'exact' ? meanOf(quantity) : intervalOf(quantity)
}

/** How many printed units a quantity is, its scale worked in: 5.2万亩 → 52000 (亩). For prices by the unit. */
export function timesOf(quantity: Quantity): Interval {
  const isWhole = isCount(quantity.unit) || (quantity.unit.kind === 'time' && quantity.decimals === 0)
  if (isWhole && quantity.decimals === 0 && quantity.looseness === 'exact')
    return { low: quantity.value, high: quantity.value }
  return intervalOf({ ...quantity, unit: { kind: 'other', name: '', scale: quantity.unit.scale } })
}

/** A mean is rounded to its last place, whatever it is of: 户均657.53元, 平均每批次8人. In the base unit. */
export function meanOf(quantity: Quantity): Interval {
  const { value, unit } = quantity
  const half = halfUlp(quantity)
  return { low: inBaseUnit(value.minus(half), unit), high: inBaseUnit(value.plus(half), unit) }
}

/** How far the printed value may lie from what was measured, in the printed unit: half a last place, or nothing. */
function slackOf(quantity: Quantity): Big {
  const byDecimals = slacks(quantity.unit)
  return (byDecimals[quantity.decimals] ??= isExact(quantity) ? zero : halfUlp(quantity))
}

/** The slacks of a unit by printed decimals: a file prints thousands of numbers in a handful of units. */
const slacks = onceFor<Unit, Big[]>(() => [])

function isExact(quantity: Quantity): boolean {
  if (quantity.unit.kind === 'money') return ulpOf(quantity).lte(fen)
  return (isCount(quantity.unit) || quantity.unit.kind === 'score') && quantity.decimals === 0
}

/** Whether the unit counts whole things (件 期 次 人 …) in ones, so that a printed integer is exact. */
export function isCount(unit: Unit): boolean {
  return unit.kind === 'count' && unitFactor(unit).eq(1)
}
