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

/** Fields that are filled in on the form of self-evaluation, of a list the rest of which stands elsewhere. */
const evaluated: Readonly<Record<string, readonly string[]>> = {
  indicators: ['actual', 'varianceReason', 'improvement', 'override'],
  goals: ['achieved'],
}

/** The page on which a finding of the ledger is mended, by its path and the field: 'budgetLines.3' → 'budget'. */
export function pageOfFinding(where: string, field = ''): string {
  const [list = ''] = where.split('.')
  if (evaluated[list]?.includes(field)) return 'evaluation'
  return pages[list] ?? 'findings'
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
  const isOfForm = chapter.includes('自评表') && from?.field === undefined && from?.key.length !== 0
  const page = isOfForm ? 'evaluation' : from ? pageOfFinding(from.list, from.field) : 'reports'
  return {
    page,
    message: `【${report}】${words}`,
    ...(from ? { entry: from } : {}),
  }
}
