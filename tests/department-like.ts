import type { Ledger } from '#domain/ledger/ledger.ts'

/** Another department with all the entries of one, its units left out. */
export function departmentLike(ledger: Ledger, id: string, name: string): Ledger {
  const elsewhere = <T extends { readonly organisation: string }>(entries: readonly T[]) =>
    entries.map((each) => ({ ...each, organisation: id }))
  return {
    ...ledger,
    department: { ...ledger.department, id, name },
    units: [],
    staffing: elsewhere(ledger.staffing.slice(0, 1)),
    projects: elsewhere(ledger.projects),
    budgetLines: elsewhere(ledger.budgetLines),
    payments: elsewhere(ledger.payments),
    workRecords: elsewhere(ledger.workRecords),
  }
}
