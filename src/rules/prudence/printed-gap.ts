import type { Big } from 'big.js'
import { inFloat } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import { type Quantity, baseValue } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'

/** A gap of fewer digits is met among the numbers of a report by chance. */
const fewestDigits = 4

/** Why a gap may be none: it is itself a number printed elsewhere, that one side takes in and the other leaves out. */
export function printedGap({ quantity }: Figure, gap: Big, all: readonly Figure[]): string | undefined {
  if (quantity.unit.kind !== 'money' && quantity.unit.kind !== 'count') return undefined
  const digits = gap
    .div(unitFactor(quantity.unit))
    .toFixed(quantity.decimals)
    .replace(/^[0.]+|\./g, '').length
  return digits >= fewestDigits && isPrinted(quantity, gap, all)
    ? '差额正好等于文中另一个数，可能有一处多含或少含了它'
    : undefined
}

/** Whether one of the numbers is as much and counts the same: of those about as large each is reckoned exactly. */
function isPrinted(quantity: Quantity, gap: Big, all: readonly Figure[]): boolean {
  const wanted = keyOf(quantity, gap)
  const size = Math.round(Math.abs(inFloat(gap)))
  return [size - 1, size, size + 1].some((each) =>
    bySize(all)
      .get(each)
      ?.some((figure) => keyOf(figure.quantity, baseValue(figure.quantity)) === wanted),
  )
}

/** Amounts and counts by their size to the unit, in base units. */
const bySize = onceFor((all: readonly Figure[]): ReadonlyMap<number, readonly Figure[]> =>
  Map.groupBy(
    all.filter(({ quantity: { unit } }) => unit.kind === 'money' || unit.kind === 'count'),
    ({ quantity: { value, unit } }) => Math.round(Math.abs(inFloat(value) * inFloat(unitFactor(unit)))),
  ),
)

function keyOf({ unit }: Quantity, value: Big): string {
  return `${unit.kind}${unit.kind === 'count' ? unit.name : ''}${value.abs().round(4).toString()}`
}
