import { onceFor } from '#domain/once-for.ts'
import type { Spot } from './number-line.ts'

/**
 * How likely numbers that have nothing to do with each other are one slip of the pen away from an equation: about forty
 * slips a digit, among as many numbers as there are of so many digits. Zeros that all of them end in tell nothing.
 */
export function chanceOfSlip(spots: readonly Spot[]): number {
  const digits = digitsTold(spots)
  return Math.min(1, (40 * digits) / 10 ** digits)
}

/** The digits of the largest number down to the finest place that any of them uses. */
export function digitsTold(spots: readonly Spot[]): number {
  const largest = Math.max(...spots.map(({ value }) => Math.abs(value)))
  const finest = Math.min(...spots.map(finestPlace))
  return largest <= 0 ? 0 : Math.floor(Math.log10(largest / finest) + 1e-9) + 1
}

/** What the last digit other than zero is worth, in the base unit. */
const finestPlace = onceFor(({ mention, value }: Spot): number => {
  const digits = mention.figure.printed.replace('-', '').replace('.', '').replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  if (kept === '') return Infinity
  return Math.abs(value) / Number(kept)
})
