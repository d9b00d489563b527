/** The page on which each list of a ledger is mended. */
const pages: Readonly<Record<string, string>> = {
  organisations: 'unit',
  staffing: 'unit',
  baseItems: 'unit',
  buildings: 'unit',
  budgetLines: 'budget',
  payments: 'budget',
  projects: 'projects',
  tasks: 'unit',
  goals: 'indicators',
  indicators: 'indicators',
  workKinds: 'records',
  workRecords: 'records',
  monitoring: 'monitoring',
  sections: 'reports',
}

/** The page on which a finding of the ledger is mended, by its path: 'budgetLines.3' → 'budget'. */
export function pageOfFinding(where: string): string {
  return pages[where.split('.')[0] ?? ''] ?? 'findings'
}

/** The page on which a gap of a report is filled. */
export function pageOfGap(chapter: string): string {
  return chapter.includes('自评表') ? 'evaluation' : 'reports'
}
