import { Big } from 'big.js'
import type { Term } from '#domain/claim.ts'
import { type Unit, unitFactor, unitText } from '#domain/unit.ts'

/** A figure as printed, with the unit that applies: 「969.06万元」. */
export function printed(term: Term): string {
  const { figure } = term
  return figure.unit && !figure.text.includes(figure.unit) ? figure.printed + figure.unit : figure.text.trim()
}

/** Name and number: 「基本支出863.46万元」. */
export function named(term: Term): string {
  return `${term.name}${printed(term)}`
}

/** A base value in a unit, rounded to `decimals`, trailing zeros kept: 12860500 元 in 万元 with 2 decimals → 1286.05. */
export function inUnit(value: Big, unit: Unit, decimals: number): string {
  return value.div(unitFactor(unit)).round(decimals, 1).toFixed(decimals)
}

/** A base value with the name of its unit: 「1286.05万元」「85.51%」. */
export function withUnit(value: Big, unit: Unit, decimals: number): string {
  return inUnit(value, unit, decimals) + unitText(unit)
}

/** A fraction as percent with two decimals: 0.8551 → 85.51%. */
export function asPercent(fraction: Big): string {
  return `${fraction.times(100).round(2, 1).toFixed(2)}%`
}

/** The most decimals any of the terms prints. */
export function mostDecimals(terms: readonly Term[]): number {
  return Math.max(0, ...terms.map((term) => term.figure.quantity.decimals))
}
