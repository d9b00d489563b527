import type { BaseColumn } from '#domain/ledger/base-data.ts'
import { unitText } from '#domain/unit.ts'
import { baseKey } from '#rules/ledger/facts/base-facts.ts'
import { readWorkCounts } from '#storage/counts/work-counts.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'

const columns: readonly BaseColumn[] = ['prior-actual', 'original', 'actual']

/** A cell of the base-data table as it will be printed: `text` with its unit, `formula` where it was worked out. */
export type BaseCell = { readonly column: BaseColumn; readonly text?: string; readonly formula?: string }
export type BaseLine = { readonly item: string; readonly name: string; readonly cells: readonly BaseCell[] }

/** Every row of the base-data table: what is recorded, else what payments and other rows give. throws StorageProblem */
export async function readBaseData(database: Database, scope: LedgerScope): Promise<BaseLine[]> {
  const { prepared } = await preparedLedger(database, scope)
  const facts = new Map(prepared.set.facts.map((fact) => [fact.id, fact]))
  return loadBaseRows().map(({ item, zh }) => ({
    item,
    name: zh,
    cells: columns.map((column) => {
      const { measure, year, phase } = baseKey(item, column, scope.year)
      const fact = facts.get(`${measure}||${year}|${phase}`)
      if (!fact) return { column }
      const { quantity, formula } = fact
      const text = `${quantity.value.toFixed()}${unitText(quantity.unit)}`
      return { column, text, ...(formula === undefined ? {} : { formula }) }
    }),
  }))
}

/** What each counting rule gives for the year; `repeated`: records left out because another says the same. */
export type CountLine = {
  readonly kind: string
  readonly rule: string
  readonly value?: string
  readonly repeated: number
}

export async function readCounts(database: Database, scope: LedgerScope): Promise<CountLine[]> {
  const counts = await readWorkCounts(database, scope)
  return counts.map(({ value, ...count }) => ({ ...count, ...(value === undefined ? {} : { value: value.toFixed() }) }))
}
