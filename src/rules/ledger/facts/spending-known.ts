import type { Payment } from '#domain/ledger/budget.ts'

type Payments = readonly Pick<Payment, 'date'>[]

/**
 * Whether a ledger's payments tell what was spent up to a day YYYY-MM-DD of their year: none tell nothing, and those of
 * December alone are a year-end summary, which does not tell how spending stood before.
 */
export function isSpendingKnown(payments: Payments, until: string): boolean {
  return payments.length > 0 && (isDecember(until) || payments.some(({ date }) => !isDecember(date)))
}

/**
 * Whether a project's payments tell it, in a ledger whose payments do: none say that nothing was spent, while those of
 * 31 December alone are totals put in for the whole year. One paid on another day of December was paid then.
 */
export function isProjectSpendingKnown(own: Payments, until: string): boolean {
  return own.length === 0 || isDecember(until) || own.some(({ date }) => date.slice(5) !== '12-31')
}

function isDecember(day: string): boolean {
  return day.slice(5, 7) === '12'
}
