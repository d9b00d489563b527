import { askedField, yearAddress } from '../../route.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { words } from '../../words/budget.ts'

/** The payments behind a sum. */
export function paymentsOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'payments', query })
}

/** The budget lines behind a sum. */
export function linesOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'lines', query })
}

/** Where the money that arrived for a project is recorded. */
export function arrivedOf(ledger: string, project: string): string {
  return yearAddress(ledger, 'projects', { query: { id: project, [askedField]: fieldAt([project], 'arrived') } })
}

/** Where a budget is put in: typed or pasted, or from a file. */
export function waysToBudget(ledger: string): readonly { readonly name: string; readonly address: string }[] {
  return [
    { name: words.parts.lines, address: linesOf(ledger, {}) },
    { name: words.parts.import, address: yearAddress(ledger, 'budget', { item: 'import' }) },
  ]
}

/** 2023-01,2023-02 …: the start of the dates from January to a month. */
export function monthsUpTo(year: number, month: number): string {
  return Array.from({ length: month }, (_, index) => monthOf(year, index + 1)).join(',')
}

/** 2023-05: the start of the dates of a month. */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
