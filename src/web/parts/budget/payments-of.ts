import { yearAddress } from '../../route.ts'

/** The payments behind a sum. */
export function paymentsOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'payments', query })
}

/** The budget lines behind a sum. */
export function linesOf(ledger: string, query: Readonly<Record<string, string>>): string {
  return yearAddress(ledger, 'budget', { item: 'lines', query })
}

/** 2023-05: the start of the dates of a month. */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
