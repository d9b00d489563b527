import { entryKeys } from '#domain/ledger/entry-keys.ts'
import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import type { Context } from './columns.ts'
import { fieldName } from '#domain/log/field-names.ts'
import { valueSaid } from '#domain/log/value-said.ts'

/** Fields that say what an entry is, the first it has. */
const naming = ['name', 'title', 'purpose', 'question'] as const

/** Which entry of a list: its key, and what it is called: 「p1 改善民生」; units and projects by their names in `context`. */
export function entrySaid(list: LedgerList, entry: PlainEntry, context?: Context): string {
  const key = entryKeys[list].map((field) => valueSaid(entry[field], list, field, { context }))
  // The id of a question is nobody's word.
  if (list === 'openQuestions') return String(entry['question'] ?? key.join(' '))
  const name = naming.map((field) => entry[field]).find((value) => typeof value === 'string' && value !== '')
  return [...key, ...(name === undefined || key.includes(String(name)) ? [] : [String(name)])].join(' ')
}

const mostSaid = 6

/** What an entry holds besides its key and name, field by field: 「日期 2023-05-04，金额 1.50」. */
export function contentSaid(list: LedgerList, entry: PlainEntry, context?: Context): string {
  const known: readonly string[] = [...entryKeys[list], ...naming]
  return Object.entries(entry)
    .filter(([field]) => !known.includes(field))
    .slice(0, mostSaid)
    .map(([field, value]) => `${fieldName(list, field)} ${valueSaid(value, list, field, { entry, context })}`)
    .join('，')
}
