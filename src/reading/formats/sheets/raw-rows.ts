import type { Problem } from '#domain/problem.ts'

/** A table to open: its name, and its bytes as they arrive. */
export type RowSource = {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * A cell of a row: plain text, or what a worksheet knows of it.
 *
 * text      as displayed
 * number    the stored number as a decimal, to the 15 digits a spreadsheet keeps
 * date      YYYY-MM-DD where the cell is displayed as a date
 * formula   the value comes from a formula
 * fault     why there is no value: a formula saved without one, or an error such as #REF!
 * covered   the cell is part of a merged one and repeats its value
 */
export type RawCell = string | SheetValue
export type SheetValue = {
  readonly text: string
  readonly number?: string
  readonly date?: string
  readonly formula?: boolean
  readonly fault?: 'unread' | 'error'
  readonly covered?: 'across' | 'down'
}

/** A row as the spreadsheet program numbers it. */
export type RawRow = { readonly row: number; readonly cells: readonly RawCell[]; readonly hidden?: boolean }

/** Some rows of one sheet, in order; '' names the only sheet of a text file. `cut`: rows beyond the last were not read. */
export type RawRows = { readonly sheet: string; readonly rows: readonly RawRow[]; readonly cut?: number }

/** Why a file gives no rows. */
export class RowsRefused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}
