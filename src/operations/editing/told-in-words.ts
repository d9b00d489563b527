import { type LedgerList, entryKeys } from '#domain/ledger/entry-keys.ts'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import type { NamedEntry } from '#storage/log/named-entries.ts'
import type { Change } from '#storage/log/read-log.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'
import { workKinds } from '../load-work-kinds.ts'
import { packById, packFor } from '../packs/load-packs.ts'
import { type KnownNames, chapterName, entryTellers, measureName, told } from './known-names.ts'
import { type NameOf, namesInWords } from './names-in-words.ts'

/**
 * A change in words.
 *
 * entry       the key of the entry it is about, each part by its name where it has one; absent where it is about none
 * department  what the department it is of is called; absent where it is of none, or of one without a ledger
 */
export type ToldChange = Change & { readonly entry?: readonly string[]; readonly department?: string }

type Fields = Readonly<Record<string, unknown>>
type Names = KnownNames & { readonly departmentOf: (code: string) => string | undefined }

/**
 * Changes in a division as people read them: measures, rows of the base data, kinds of records with their fields and counts,
 * chapters, packs, units, projects and indicators by their names instead of their ids. `own`: the kinds of its departments' own,
 * each with its department; `named`: what is called how in which ledger; `departments`: what departments are called, by
 * their codes.
 */
export function toldInWords(
  division: string,
  changes: readonly Change[],
  own: readonly (WorkKind & { readonly department: string })[] = [],
  named: readonly NamedEntry[] = [],
  departments: ReadonlyMap<string, string> = new Map(),
): ToldChange[] {
  const nameAt = new Map(named.map(({ place, list, id, name }) => [[place, list, id].join('\n'), name]))
  return changes.map((change) => {
    const [table = ''] = change.target.split(':')
    const place = placeOf(change.target)
    const [department = '', year] = place.split('/')
    const kinds = [...own.filter((kind) => kind.department === department), ...workKinds()]
    const names: Names = {
      kindOf: (id) => kinds.find((kind) => kind.id === id),
      chapterOf: (id, scope) => chapterName(packFor(division, Number(year)), id, scope),
      departmentOf: (code) => departments.get(code),
    }
    const nameOf: NameOf = (list, id) => nameAt.get([place, list, id].join('\n'))
    const inWords = (fields: Change['before']) =>
      fields && namesInWords(tellers[table]?.(fields, names) ?? fields, nameOf)
    const said = { ...change, before: inWords(change.before), after: inWords(change.after) }
    const entry = entrySaid(table, said)
    const called = year === undefined ? undefined : departments.get(department)
    return { ...said, ...(entry ? { entry } : {}), ...(called === undefined ? {} : { department: called }) }
  })
}

/** The ledger a change is of, 001/2023; what it is about where that is none. */
export function placeOf(target: string): string {
  return target
    .slice(target.indexOf(':') + 1)
    .split('/', 2)
    .join('/')
}

/** How the entries of a table are told; those of others stand as they are. */
const tellers: Readonly<Record<string, (fields: Fields, names: Names) => Fields>> = {
  accounts: (fields, { departmentOf }) => told(fields, { department: departmentOf }),
  ledgers: (fields) => told(fields, { pack: (id) => packById(id)?.title }),
  base_items: entryTellers.baseItems,
  work_kinds: entryTellers.workKinds,
  work_records: entryTellers.workRecords,
  sections: entryTellers.sections,
  indicators: (fields, { kindOf }) => {
    const kind = kindOf(fields['actual_kind'])
    return told(fields, {
      actual_measure: measureName,
      actual_kind: () => kind?.name,
      actual_count: (id) => kind?.counts.find((count) => count.id === id)?.name,
    })
  },
}

function entrySaid(table: string, { before, after }: Change): readonly string[] | undefined {
  const list = (Object.keys(entryKeys) as LedgerList[]).find((each) => ledgerTables[each].name === table)
  const content = after ?? before
  if (!list || !content) return undefined
  const parts = list === 'workKinds' ? [content['name']] : entryKeys[list].map((field) => content[field])
  return parts.every((part) => typeof part === 'string') ? parts : undefined
}
