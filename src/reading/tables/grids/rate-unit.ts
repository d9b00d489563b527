import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import { divide } from '#domain/arithmetic.ts'
import { type Unit, noUnit, percent } from '#domain/unit.ts'
import type { FoundNumber } from '../../numbers.ts'

/**
 * The unit of a bare number in a column of rates: 「85.51」 is 85.51%, 「0.95」 or 「1」 a plain quotient.
 * Where the terms are known, the reading nearer to their quotient is taken.
 */
export function rateUnit(found: FoundNumber, numerator: Figure | undefined, denominator: Figure | undefined): Unit {
  const { value } = found
  if (found.unit.name !== '') return found.unit
  if (!numerator || !denominator || denominator.quantity.value.eq(0))
    return value.abs().lte('1.5') && !value.eq(0) ? noUnit : percent
  const quotient = divide(baseValue(numerator.quantity), baseValue(denominator.quantity))
  const asPercent = value.div(100).minus(quotient).abs()
  return value.minus(quotient).abs().lt(asPercent) ? noUnit : percent
}
