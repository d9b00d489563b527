import type { Ledger } from '#domain/ledger/ledger.ts'

/** The budget lines and payments a row speaks of. */
export type Money = Pick<Ledger, 'budgetLines' | 'payments'>

/** Whether budgets and payments were put in at all: where none was, the amount is not known, and never 0. */
export type Entered = { readonly budget: boolean; readonly spending: boolean }

/** What was put in for a department and year. */
export function enteredOf({ budgetLines, payments }: Money): Entered {
  return { budget: budgetLines.length > 0, spending: payments.length > 0 }
}

/** What was put in for one project of it: nothing at all says nothing of it; one without the other says that it is 0. */
export function enteredFor({ budgetLines, payments }: Money, department: Entered): Entered {
  const isThere = budgetLines.length > 0 || payments.length > 0
  return { budget: isThere && department.budget, spending: isThere && department.spending }
}
