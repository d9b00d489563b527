import type { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'

/** The value in base units. */
export function valueOf({ quantity }: Figure): Big {
  return baseValue(quantity)
}

/** Σ of figures, in base units. */
export function sumOf(figures: readonly Figure[]): Big {
  return addUp(figures.map(valueOf))
}

/** How many digits are printed, without the zeros before them. */
export function digitsOf({ printed }: Figure): number {
  return printed.replace(/\D/g, '').replace(/^0+/, '').length
}

/** Whether both count the same: money is money in any unit. */
export function isAlike({ quantity: { unit } }: Figure, { quantity: { unit: other } }: Figure): boolean {
  return unit.kind === other.kind && (unit.kind !== 'count' || unit.name === other.name)
}

/** The other numbers of a figure's paragraph or cell, as they stand. `told`: those of the finding. */
export function besideOf({ place }: Figure, told: readonly Figure[], figures: readonly Figure[]): readonly Figure[] {
  return figures
    .filter(
      (each) =>
        each.place.block === place.block &&
        each.place.row === place.row &&
        each.place.cell === place.cell &&
        !told.includes(each),
    )
    .toSorted((one, other) => one.place.start - other.place.start)
}

/** How far apart two figures of one paragraph begin. */
export function apart(one: Figure, other: Figure): number {
  return Math.abs(one.place.start - other.place.start)
}
