import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, textOf, valueIn } from './column.ts'

/** Room at both sides of what a cell holds. */
export const cellPadding = 8
/** The column of boxes that choose lines. */
export const boxWidth = 44

/** A character of a heading, what stands around it, its mark 「*」. */
const headCharacter = 13
const aroundHead = 2 * cellPadding + 8
const headMark = 14
/** A character of a cell: Chinese ones fill a square, digits and letters about half of it. */
const wide = 14
const slim = 8
/** 「1,234,567.89」: shorter amounts need no narrower column. */
const leastAmount = 118

/** Pixels a text takes in a cell, its padding with it; rather too many than too few. */
export function widthOfText(text: string): number {
  const characters = [...text].reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? wide : slim), 0)
  return characters + 2 * cellPadding
}

/** Pixels a column takes: its heading is seen whole, so is the longest of its amounts in these lines. */
export function widthOf(column: Column, lines: readonly EntryLine[]): number {
  const { kind, width, title, headLines = 1, required } = column
  const head = Math.ceil(title.length / headLines) * headCharacter + aroundHead + (required ? headMark : 0)
  if (kind !== 'amount') return Math.max(width ?? (kind === 'long' ? 170 : 140), head)
  const amounts = lines.map(({ entry }) => widthOfText(textOf(column, valueIn(column, entry))))
  return amounts.reduce((most, each) => Math.max(most, each), Math.max(leastAmount, head))
}
