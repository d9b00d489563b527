/** The fields that tell two entries of a list of the ledger apart; they never change. */
export const entryKeys = {
  organisations: ['id'],
  projects: ['id'],
  staffing: ['organisation'],
  budgetLines: ['key'],
  payments: ['voucher'],
  baseItems: ['item', 'column'],
  buildings: ['name'],
  tasks: ['name'],
  goals: ['scope', 'term'],
  indicators: ['id'],
  workKinds: ['id'],
  workRecords: ['kind', 'id'],
  sections: ['scope', 'outline'],
  papers: ['id'],
  monitoring: ['until'],
  evidence: ['id'],
  openQuestions: ['id'],
} as const satisfies Record<string, readonly string[]>

export type LedgerList = keyof typeof entryKeys

/** The key of an entry as text, in the order of its key fields; a scope is 'department' or 'project:' and the project's id. */
export function entryKeyOf(list: LedgerList, entry: Readonly<Record<string, unknown>>): string[] {
  return entryKeys[list].map((field) => {
    const value = entry[field]
    if (field !== 'scope') return String(value)
    return value === 'department' ? 'department' : `project:${(value as { project: string }).project}`
  })
}

/** A field of one entry: where something is typed, and can be mended. `key` as entryKeyOf gives it; no `field`: the entry. */
export type EntryField = {
  readonly list: LedgerList
  readonly key: readonly string[]
  readonly field?: string
}
