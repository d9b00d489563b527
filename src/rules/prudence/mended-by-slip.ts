import type { Big } from 'big.js'
import { inFloat } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { type Unit, inPrintedUnit, percent } from '#domain/unit.ts'

/**
 * Whether the number with the gap added or taken away is one slip from what is printed, or 元 for 万元. A slip leaves the
 * sign, and points and counts, which are never rounded, with the decimals they are printed with.
 */
export function mendsBySlip({ quantity, printed }: Figure, gap: Big): boolean {
  const own = baseValue(quantity)
  const unit = quantity.unit.kind === 'share' ? percent : quantity.unit
  return [own.plus(gap), own.minus(gap)].some((value) => {
    if (value.lt(0) !== own.lt(0)) return false
    const meant = inPrintedUnit(value, unit)
    const isPrintable = !isExact(unit) || meant.eq(meant.round(quantity.decimals))
    return (
      (isPrintable && isOneSlip(meant.toFixed(quantity.decimals), printed)) ||
      [10_000, 0.0001].some((times) => isAbout(value, own, times))
    )
  })
}

function isExact({ kind }: Unit): boolean {
  return kind === 'score' || kind === 'count'
}

/** Whether a value is so many times another, within a thousandth. What is far from it is told by floating point. */
function isAbout(value: Big, own: Big, times: number): boolean {
  const coarse = inFloat(own) * times
  if (Math.abs(inFloat(value) - coarse) > Math.abs(coarse) * 0.0011) return false
  return value.minus(own.times(times)).abs().lte(own.times(times).abs().times('0.001'))
}

/** A slip of a number of any length: of few digits one may be changed or left out, of more two may have changed places. */
function isOneSlip(should: string, printed: string): boolean {
  const [one, other] = [should, printed].map((each) => each.replace('-', '')) as [string, string]
  const sorted = (text: string) => [...text].toSorted().join('')
  return (
    isSlip(one, other) ||
    isSmallSlip(one, other) ||
    (one.length <= 2 && other.length <= 2 && (one.includes(other) || other.includes(one))) ||
    (one.length >= 4 && one.length === other.length && sorted(one) === sorted(other))
  )
}
