import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import { besideOf, isAlike, valueOf } from './numbers.ts'

/**
 * Whether a text that seems to retell a cell of a table wrongly tells that cell's number as well, or by how much the two differ:
 * then it knows both. 「油茶新造原定6000亩，多栽了200亩」 beside a cell of 6200.
 *
 * told     the number of the text and that of the cell
 * figures  all of the reading
 */
export function isToldWithIts(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [text, cell] = told.toSorted((one, other) => Number(one.place.row ?? -1) - Number(other.place.row ?? -1))
  if (!text || !cell || text.place.row !== undefined || told.length > 2) return false
  const value = inUnitOf(text, cell)
  const gap = value.minus(valueOf(text)).abs()
  return besideOf(text, told, figures).some(
    (each) => isAlike(each, text) && (valueOf(each).eq(value) || (gap.gt(0) && valueOf(each).eq(gap))),
  )
}

/**
 * Whether another number of the table is just by how much the two differ: 「满意度和履职效益合计丢1.6分」 of rows of 0.6 and 1.0.
 */
export function isOfTwoRows(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [text, cell] = told.toSorted((one, other) => Number(one.place.row ?? -1) - Number(other.place.row ?? -1))
  if (!text || !cell || text.place.row !== undefined || cell.place.row === undefined) return false
  const gap = valueOf(text).minus(inUnitOf(text, cell)).abs()
  return figures.some(
    (each) =>
      each !== cell &&
      each.place.block === cell.place.block &&
      each.place.cell === cell.place.cell &&
      each.quantity.unit.kind === cell.quantity.unit.kind &&
      inUnitOf(text, each).eq(gap),
  )
}

/** 「新增就业3268人，比任务多268人」: by how much two counts of one name differ is told, so they are two. */
export function isGapTold(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [one, other] = told
  if (!one || !other) return false
  const gap = valueOf(one).minus(valueOf(other)).abs()
  return [one, other].some(
    (each) =>
      each.place.row === undefined &&
      besideOf(each, told, figures).some(
        (beside) => beside.quantity.unit.kind === one.quantity.unit.kind && valueOf(beside).eq(gap),
      ),
  )
}

/** A cell without a unit of its own counts what the text counts. */
function inUnitOf({ quantity: { unit } }: Figure, { quantity }: Figure): Big {
  return baseValue(quantity.unit.kind === 'none' ? { ...quantity, unit } : quantity)
}
