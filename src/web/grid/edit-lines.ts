import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { noteAddition } from '../saving/pending.ts'
import { add, asOne, change } from '../saving/undo.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, fieldsSet, valueIn, valueOf } from './column.ts'

/** Whose lines are edited; `fresh` what a new entry starts with. */
export type Editing = {
  readonly ledger: string
  readonly list: LedgerList
  readonly columns: readonly Column[]
  readonly fresh: () => PlainEntry
}

/** Notes what was typed into one cell. False where the cell can't change. */
export function typeInto(editing: Editing, line: EntryLine, column: Column, typed: string): boolean {
  return takeRow(editing, line, [[column, typed]])
}

/** Starts a new line; nothing is sent before what it needs is filled in. */
export function startLine({ ledger, list, columns, fresh }: Editing): void {
  const set = fresh()
  noteAddition({ ledger, list, set }, isFinished(columns, set))
}

/** A pasted line beyond the last one. */
function addFilled({ ledger, list, columns }: Editing, set: PlainEntry): void {
  add({ ledger, list, set }, isFinished(columns, set))
}

/**
 * Notes a pasted block, its first cell at a line and column; rows beyond the last line become new ones.
 * One undo takes all of it back. Gives how many cells were taken and how many could not be: keys of stored lines.
 */
export function pasteBlock(
  editing: Editing,
  lines: readonly EntryLine[],
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
): { readonly taken: number; readonly left: number } {
  return asOne(() => takeBlock(editing, lines, at, block))
}

function takeBlock(
  editing: Editing,
  lines: readonly EntryLine[],
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
): { readonly taken: number; readonly left: number } {
  let left = 0
  let taken = 0
  for (const [down, row] of block.entries()) {
    const line = lines[at.row + down]
    const cells = row.flatMap((typed, across): [Column, string][] => {
      const column = editing.columns[at.column + across]
      return column ? [[column, typed]] : []
    })
    const open = cells.filter(([column]) => !line || line.isNew || !column.isFixed)
    left += row.length - open.length
    taken += open.length
    if (line) takeRow(editing, line, open)
    else addFilled(editing, filledBy(editing.fresh(), open))
  }
  return { taken, left }
}

function takeRow(
  { ledger, list, columns }: Editing,
  line: EntryLine,
  cells: readonly (readonly [Column, string])[],
): boolean {
  const open = cells.filter(([column]) => line.isNew || !column.isFixed)
  const next = filledBy(line.entry, open)
  const fields = Object.keys(next).filter((field) => !same(line.entry[field], next[field]))
  if (fields.length === 0) return false
  if (line.isNew) {
    noteAddition({ ledger, list, set: next }, isFinished(columns, next), line.id)
    return true
  }
  const pick = (entry: PlainEntry) => Object.fromEntries(fields.map((field) => [field, entry[field] ?? null]))
  change({ ledger, list, key: line.key, was: pick(line.entry), set: pick(next) })
  return true
}

function filledBy(entry: PlainEntry, cells: readonly (readonly [Column, string])[]): PlainEntry {
  return cells.reduce<PlainEntry>(
    (sum, [column, typed]) => ({ ...sum, ...fieldsSet(column, sum, valueOf(column, typed)) }),
    entry,
  )
}

function isFinished(columns: readonly Column[], entry: PlainEntry): boolean {
  return columns.every((column) => !column.required || valueIn(column, entry) !== null)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
