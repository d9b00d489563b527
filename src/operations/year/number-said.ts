import { Big } from 'big.js'
import type { Quantity } from '#domain/quantity.ts'

/** 万元 to the fen. */
const mostPlaces = 6

/** The number of a fact without its unit: a rate as it is printed, 98.33, anything else as exactly as it was entered. */
export function numberSaid({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string {
  return unit.name === '%' ? value.toFixed(2, Big.roundHalfUp) : value.round(mostPlaces, Big.roundHalfUp).toFixed()
}
