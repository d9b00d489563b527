import type { Figure } from '#domain/fact.ts'

/** A cell as the text counts it: a bare number of a column counts what the told number counts. */
export function countedAs({ unit, quantity }: Figure, cell: Figure): Figure {
  if (cell.quantity.unit.kind !== 'none') return cell
  return { ...cell, unit, quantity: { ...cell.quantity, unit: quantity.unit } }
}
