import { yuanOf } from '#domain/amount-text.ts'
import { dropPending } from '../../saving/kept-changes.ts'
import { add, change, refill, remove } from '../../saving/undo.ts'
import type { EntryLine } from '../../saving/use-entries.ts'

const list = 'baseItems' as const

/** A cell of the base-data table: which row and column, and its entry where it has one. */
export type BasePlace = {
  readonly ledger: string
  readonly item: string
  readonly column: string
  readonly line: EntryLine | undefined
}

/** Notes what was typed or pasted into a cell, bare numbers in 万元; emptied, the entry goes. */
export function noteBase({ ledger, item, column, line }: BasePlace, typed: string): void {
  const text = typed.trim()
  const amount = yuanOf(text, '万元') ?? text
  const set = { item, column, amount }
  if (text === '') {
    if (line?.isNew) dropPending(line.id)
    else if (line) remove({ ledger, list, key: line.key, place: line.place }, line.stored)
  } else if (!line) add({ ledger, list, set }, true, `base/${item}/${column}`)
  else if (line.isNew)
    refill({ id: line.id, ledger, list }, { entry: line.entry, isFinished: true }, { entry: set, isFinished: true })
  else if (String(line.entry['amount']) !== amount)
    change({ ledger, list, key: line.key, was: { amount: line.entry['amount'] ?? null }, set: { amount } })
}
