import type { Ledger } from '#domain/ledger/ledger.ts'

/** A ledger in which nothing is recorded yet: whose it is, of what year, and by which pack it is scored. */
export function blankLedger(head: Pick<Ledger, 'division' | 'department' | 'units' | 'year' | 'pack'>): Ledger {
  return {
    ...head,
    staffing: [],
    projects: [],
    budgetLines: [],
    payments: [],
    baseItems: [],
    buildings: [],
    tasks: [],
    goals: [],
    indicators: [],
    workKinds: [],
    workRecords: [],
    sections: [],
    papers: [],
    monitoring: [],
    evidence: [],
    openQuestions: [],
  }
}
