import { Big } from 'big.js'
import { thousands } from '#domain/amount-text.ts'
import type { Term } from '#domain/claim.ts'
import { type Unit, unitFactor, unitText } from '#domain/unit.ts'

/** A figure as printed, with the unit that applies: 「969.06万元」; a line that breaks between the two is closed. */
export function printed(term: Term): string {
  const { figure } = term
  return figure.unit && !figure.text.includes(figure.unit)
    ? figure.printed + figure.unit
    : figure.text.trim().replaceAll(/\s*\n\s*/g, '')
}

/** Name and number: 「基本支出863.46万元」. */
export function named(term: Term): string {
  return `${term.name}${printed(term)}`
}

/** A base value in a unit, rounded to `decimals`, trailing zeros kept: 12860500 元 in 万元 with 2 decimals → 1286.05. */
export function inUnit(value: Big, unit: Unit, decimals: number): string {
  return value.div(unitFactor(unit)).round(decimals, 1).toFixed(decimals)
}

/** A fraction as percent with two decimals: 0.8551 → 85.51%. */
export function asPercent(fraction: Big): string {
  return `${fraction.times(100).round(2, 1).toFixed(2)}%`
}

/**
 * The most decimals any of the terms prints, in `unit`: 1.251234亿元 is printed to two decimals of 万元. What is printed in a
 * smaller unit counts by its own decimals.
 */
function mostDecimals(terms: readonly Term[], unit: Unit): number {
  return Math.max(
    0,
    ...terms.map(({ figure: { quantity } }) => {
      const larger = quantity.unit.kind === unit.kind ? unitFactor(quantity.unit).div(unitFactor(unit)).e : 0
      return quantity.decimals - Math.max(0, larger)
    }),
  )
}

/** How amounts worked out of some terms are written: with their decimals, and their thousands apart where any term's are. */
export type Writing = { bare(value: Big): string; withUnit(value: Big): string }

/** Writes values in `unit` as the terms are printed; `decimals`: as told, else the most of any term. */
export function asPrinted(terms: readonly Term[], unit: Unit, decimals = mostDecimals(terms, unit)): Writing {
  const isApart = terms.some(({ figure }) => /\d[,，]\d{3}/.test(figure.text))
  const bare = (value: Big) => (isApart ? thousands(inUnit(value, unit, decimals)) : inUnit(value, unit, decimals))
  return { bare, withUnit: (value) => bare(value) + unitText(unit) }
}
