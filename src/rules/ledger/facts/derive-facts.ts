import type { Big } from 'big.js'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { baseFacts } from './base-facts.ts'
import { budgetFacts } from './budget-facts.ts'
import { type FactBook, openFactBook, putCount } from './fact-book.ts'
import { monitoringFacts } from './monitoring-facts.ts'
import { profileFacts } from './profile-facts.ts'
import { sourceFacts } from './source-facts.ts'
import { spendingFacts } from './spending-facts.ts'
import { staffingFacts } from './staffing-facts.ts'
import { taskFacts } from './task-facts.ts'

/**
 * What a counting rule gave over a work ledger for a period: the fiscal year, or that of an indicator. Keys of records:
 * those the number rests on, those left out as repeated, those of the kind outside the period.
 */
export type Counted = {
  readonly kind: string
  readonly rule: string
  readonly since: string
  readonly until: string
  readonly title: string
  readonly value: Big
  readonly unit: string
  readonly records: readonly string[]
  readonly duplicates: readonly string[]
  readonly outOfPeriod: readonly string[]
}

/**
 * Every number a report of this ledger may print, each with its formula and the records behind it.
 * `rows` say how the base-data table is worked out; `counts` are the work ledgers' results, 'work.kind.rule' here.
 */
export function deriveFacts(ledger: Ledger, rows: readonly BaseRow[], counts: readonly Counted[]): FactBook {
  const book = openFactBook()
  staffingFacts(ledger, book)
  budgetFacts(ledger, book)
  sourceFacts(ledger, book)
  taskFacts(ledger, book)
  monitoringFacts(ledger, book)
  spendingFacts(ledger, book)
  baseFacts(ledger, rows, book)
  profileFacts(ledger, book)
  const ofYear = counts.filter(
    ({ since, until }) => since === `${ledger.year}-01-01` && until === `${ledger.year}-12-31`,
  )
  for (const { kind, rule, title, value, unit, records } of ofYear)
    putCount(book, { measure: `work.${kind}.${rule}`, year: ledger.year, phase: 'none' }, title, value, unit, records)
  return book
}
