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

/** 2023-01, 2023-02, 2023-03-01, 2023-03-02 …: the start of the dates from January to a day. */
export function datesUpTo(day: string): string {
  const [year = 0, , date = 0] = day.split('-').map(Number)
  const over = wholeMonths(day)
  const months = over === 0 ? [] : [monthsUpTo(year, over)]
  const isOver = day.startsWith(monthOf(year, over))
  const days = Array.from(
    { length: isOver ? 0 : date },
    (_, index) => `${day.slice(0, 8)}${String(index + 1).padStart(2, '0')}`,
  )
  return [...months, ...days].join(',')
}

/** Months that were over on a day: 6 on 15 July, 7 on 31 July. */
export function wholeMonths(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return date === last ? month : month - 1
}

/** 2023-05: the start of the dates of a month. */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
