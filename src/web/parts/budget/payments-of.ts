import { yearAddress } from '../../route.ts'
import { words } from '../../words/budget.ts'

/** The payments behind a sum. */
export function paymentsOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'payments', query })
}

/** The budget lines behind a sum. */
export function linesOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'lines', query })
}

/** Where a budget is put in: typed or pasted, or from a file. */
export function waysToBudget(ledger: string): readonly { readonly name: string; readonly address: string }[] {
  return [
    { name: words.parts.lines, address: linesOf(ledger, {}) },
    { name: words.parts.import, address: yearAddress(ledger, 'budget', { item: 'import' }) },
  ]
}

/** 2023-05: the start of the dates of a month. */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
