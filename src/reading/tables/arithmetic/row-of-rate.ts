import type { Term } from '#domain/claim.ts'
import { divideIntervals, fitOf, isPlainlyOff } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { percent } from '#domain/unit.ts'
import type { Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { rateUnit } from '../grids/rate-unit.ts'
import type { Sheet } from '../grids/sheet.ts'

/** A rate and the two numbers it is of, in one row of a table. */
export type Rated = { readonly rate: Figure; readonly top: Figure; readonly bottom: Figure }

/** The rate a row prints in a column, of two of its numbers; undefined where one of the three is missing. */
export function ratioOf(
  sheet: Sheet,
  line: Line,
  rate: Column,
  top: Figure | undefined,
  bottom: Figure | undefined,
): Rated | undefined {
  const slot = line.slot(rate)
  if (!slot?.number || !top || !bottom || bottom.quantity.value.eq(0)) return undefined
  // What the head says is not told by which pair of columns is tried first.
  const head = rate.path.at(-1) ?? ''
  const inHead =
    slot.number.unit.name === '' &&
    (/%|％/.test(head) || (/率|占比|比重/.test(head) && slot.number.value.abs().gt('1.5')))
  const figure = sheet.figure(slot, inHead ? percent : rateUnit(slot.number, top, bottom))
  return figure && { rate: figure, top, bottom }
}

/** Whether a rate is what its two numbers give, to the unit of its last place. */
export function fits({ rate, top, bottom }: Rated): boolean {
  const [numerator, denominator] = [intervalOf(top.quantity), intervalOf(bottom.quantity)]
  if (isPlainlyOff(rate.quantity, numerator, denominator)) return false
  const quotient = divideIntervals(numerator, denominator)
  return quotient === undefined || fitOf(rate.quantity, quotient) !== 'off'
}

/** A number as claims name it: by its row and its column's head. */
export function named(line: Line, head: string, figure: Figure): Term {
  return { name: `${line.text}${head}`, figure }
}
