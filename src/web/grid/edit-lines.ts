import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { noteAddition } from '../saving/pending.ts'
import { add, asOne, change, refill } from '../saving/undo.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, fieldsSet, valueIn, valueOf } from './column.ts'
import type { Pasted } from './read-pasted.ts'

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

/** What came of a pasted block: lines that changed, lines that are new, cells that hold keys of stored lines and stay. */
export type PasteOutcome = { readonly changed: number; readonly added: number; readonly left: number }

/**
 * Notes a pasted block. A row that names its entry, by the columns of the key, goes to the line of that key, or becomes
 * a new one: never over another entry. Rows without a key go to the lines from `from` on, those of a block with a heading
 * to new ones; what is beyond the last line becomes new. One undo takes all of it back.
 */
export function pasteBlock(
  editing: Editing,
  lines: readonly EntryLine[],
  from: number,
  { rows, byHead }: Pasted,
): PasteOutcome {
  return asOne(() => {
    const outcome = { changed: 0, added: 0, left: 0 }
    const byKey = linesByKey(editing.columns, lines)
    for (const [down, cells] of rows.entries()) {
      if (cells.length === 0) continue
      const key = keyIn(editing.columns, cells)
      const here = lines[from + down]
      const line = key === undefined ? here : byKey.get(keyText(key))
      if (key && !line && here?.isNew === false && cells.length === key.length) {
        outcome.left += cells.length
        continue
      }
      const target = line && (key !== undefined || !byHead || line.isNew) ? line : here?.isNew ? here : undefined
      if (!target) addFilled(editing, filledBy(editing.fresh(), cells))
      else outcome.left += target.isNew || key !== undefined ? 0 : cells.filter(([column]) => column.isFixed).length
      if (target?.isNew === false) outcome.changed += takeRow(editing, target, cells) ? 1 : 0
      else outcome.added += 1
      if (target?.isNew) refillRow(editing, target, cells)
    }
    return outcome
  })
}

/** What a row says in the columns of the key; undefined where it lacks one of them. */
function keyIn(
  columns: readonly Column[],
  cells: readonly (readonly [Column, string])[],
): readonly unknown[] | undefined {
  const fixed = columns.filter((column) => column.isFixed)
  const key = fixed.flatMap((column) => {
    const cell = cells.find(([each]) => each === column)
    const value = cell ? valueOf(column, cell[1]) : null
    return value === null ? [] : [value]
  })
  return fixed.length > 0 && key.length === fixed.length ? key : undefined
}

/** Stored lines by what stands in their columns of the key. */
function linesByKey(columns: readonly Column[], lines: readonly EntryLine[]): ReadonlyMap<string, EntryLine> {
  const fixed = columns.filter((column) => column.isFixed)
  const stored = lines.filter(({ isNew }) => !isNew)
  return new Map(stored.map((line) => [keyText(fixed.map((column) => valueIn(column, line.entry) ?? null)), line]))
}

function keyText(key: readonly unknown[]): string {
  return JSON.stringify(key)
}

function refillRow(
  { ledger, list, columns }: Editing,
  { id, entry }: EntryLine,
  cells: readonly (readonly [Column, string])[],
): void {
  const next = filledBy(entry, cells)
  refill(
    { id, ledger, list },
    { entry, isFinished: isFinished(columns, entry) },
    { entry: next, isFinished: isFinished(columns, next) },
  )
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
