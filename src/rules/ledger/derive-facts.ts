import type { Big } from 'big.js'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { baseFacts } from './base-facts.ts'
import { budgetFacts } from './budget-facts.ts'
import { type FactBook, openFactBook, putCount } from './fact-book.ts'
import { profileFacts } from './profile-facts.ts'
import { spendingFacts } from './spending-facts.ts'
import { staffingFacts } from './staffing-facts.ts'

/** What a counting rule gave over a work ledger for the fiscal year. */
export type Counted = {
  readonly kind: string
  readonly rule: string
  readonly title: string
  readonly value: Big
  readonly unit: string
  readonly records: readonly string[]
}

/**
 * Every number a report of this ledger may print, each with its formula and the records behind it.
 * `rows` say how the base-data table is worked out; `counts` are the work ledgers' results, 'work.kind.rule' here.
 */
export function deriveFacts(ledger: Ledger, rows: readonly BaseRow[], counts: readonly Counted[]): FactBook {
  const book = openFactBook()
  staffingFacts(ledger, book)
  budgetFacts(ledger, book)
  spendingFacts(ledger, book)
  baseFacts(ledger, rows, book)
  profileFacts(ledger, book)
  for (const { kind, rule, title, value, unit, records } of counts)
    putCount(book, { measure: `work.${kind}.${rule}`, year: ledger.year, phase: 'none' }, title, value, unit, records)
  return book
}
