import { Big } from 'big.js'

const typedDecimal = /^-?\d+(?:\.\d+)?$/

/** A number as a person types it, '1,286.50' or '95%', as a plain decimal '1286.5'; undefined where it is none. */
export function decimalOf(typed: string): string | undefined {
  const text = typed.replaceAll(/[,，\s]/g, '').replace(/[%％]$/, '')
  return typedDecimal.test(text) ? new Big(text).toFixed() : undefined
}

/** The number of a value that may carry its unit: '7次' in 次 is '7'. Undefined where something else is written. */
export function numberIn(text: string, unit: string): string | undefined {
  const trimmed = text.trim()
  return decimalOf(unit !== '' && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : trimmed)
}

/** The exact sum; what is absent or no number adds nothing. */
export function sumOf(decimals: readonly (string | undefined)[]): string {
  return decimals
    .reduce((sum, each) => (each !== undefined && typedDecimal.test(each) ? sum.plus(each) : sum), new Big(0))
    .toFixed()
}

/** one − other. */
export function minus(one: string, other: string): string {
  return new Big(one).minus(other).toFixed()
}

/** Below zero where one is smaller, 0 where they are equal, above where it is greater. */
export function compared(one: string, other: string): number {
  return new Big(one).cmp(other)
}

/** With at most so many places, halves up: '98.50' → '98.5'. */
export function rounded(decimal: string, places = 2): string {
  return new Big(decimal).round(places, Big.roundHalfUp).toFixed()
}

/** part ÷ whole; undefined where the whole is zero. */
export function shareOf(part: string, whole: string): string | undefined {
  return new Big(whole).eq(0) ? undefined : new Big(part).div(whole).toFixed()
}
