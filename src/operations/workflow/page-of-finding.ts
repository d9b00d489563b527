import type { EntryField } from '#domain/ledger/entry-keys.ts'

type Gap = {
  readonly report: string
  readonly chapter: string
  readonly message: string
  readonly from?: EntryField
}

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

/**
 * What a set still lacks, in words and with the page where it is filled in; `from` names the entry, or the list, and
 * then the page is its own.
 */
export function gapToFill({ report, chapter, message, from }: Gap): {
  readonly page: string
  readonly message: string
  readonly entry?: EntryField
} {
  const words = message.includes(chapter) ? message : `${chapter} ${message}`
  const page = chapter.includes('自评表') ? 'evaluation' : 'reports'
  return {
    page: from ? pageOfFinding(from.list) : page,
    message: `【${report}】${words}`,
    ...(from ? { entry: from } : {}),
  }
}
