import { type LedgerList, entryKeys } from '#domain/ledger/entry-keys.ts'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { measuresById } from '#rules/facts/measures-by-id.ts'
import type { NamedEntry } from '#storage/log/named-entries.ts'
import type { Change } from '#storage/log/read-log.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'
import { knowledge } from '../load-knowledge.ts'
import { workKinds } from '../load-work-kinds.ts'
import { outlinesOf } from '../packs/load-outlines.ts'
import { packById, packFor } from '../packs/load-packs.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { fieldNamer, kindInWords } from './kind-in-words.ts'
import { type NameOf, namesInWords } from './names-in-words.ts'
import { numbersInWords } from './numbers-in-words.ts'

/**
 * A change in words.
 *
 * entry       the key of the entry it is about, each part by its name where it has one; absent where it is about none
 * department  what the department it is of is called; absent where it is of none, or of one without a ledger
 */
export type ToldChange = Change & { readonly entry?: readonly string[]; readonly department?: string }

type Fields = Readonly<Record<string, unknown>>
/** Where names are looked up: a kind of work ledger by its id, a chapter by its id and the scope of its text. */
type Names = {
  readonly kindOf: (id: unknown) => WorkKind | undefined
  readonly chapterOf: (id: string, scope: unknown) => string | undefined
  readonly departmentOf: (code: string) => string | undefined
}

/**
 * Changes in a division as people read them: measures, rows of the base data, kinds of records with their fields and counts,
 * chapters, packs, units, projects and indicators by their names instead of their ids. `own`: the kinds of its departments' own,
 * each with its department; `named`: what is called how in which ledger; `departments`: what
 * departments are called, by their codes.
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
    const told = (fields: Change['before']) => fields && namesInWords(tellers[table]?.(fields, names) ?? fields, nameOf)
    const said = { ...change, before: told(change.before), after: told(change.after) }
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
  base_items: (fields) => told(fields, { item: baseRowName }),
  work_kinds: kindInWords,
  work_records: (fields, { kindOf }) => {
    const kind = kindOf(fields['kind'])
    return kind ? { ...told(fields, { kind: () => kind.name }), values: valuesSaid(fields['values'], kind) } : fields
  },
  indicators: (fields, { kindOf }) => {
    const kind = kindOf(fields['actual_kind'])
    return told(fields, {
      actual_measure: measureName,
      actual_kind: () => kind?.name,
      actual_count: (id) => kind?.counts.find((count) => count.id === id)?.name,
    })
  },
  sections: (fields, { kindOf, chapterOf }) =>
    told(fields, {
      outline: (id) => chapterOf(id, fields['scope']),
      text: (text) => numbersInWords(text, { countOf: (rule) => countName(rule, kindOf), measureOf: measureName }),
    }),
}

/** Fields with the texts of some in other words; a text without one stays. */
function told(fields: Fields, words: Readonly<Record<string, (text: string) => string | undefined>>): Fields {
  const said = Object.entries(words).flatMap(([field, tell]) => {
    const text = fields[field]
    return typeof text === 'string' ? [[field, tell(text) ?? text] as const] : []
  })
  return { ...fields, ...Object.fromEntries(said) }
}

function entrySaid(table: string, { before, after }: Change): readonly string[] | undefined {
  const list = (Object.keys(entryKeys) as LedgerList[]).find((each) => ledgerTables[each].name === table)
  const content = after ?? before
  if (!list || !content) return undefined
  const parts = list === 'workKinds' ? [content['name']] : entryKeys[list].map((field) => content[field])
  return parts.every((part) => typeof part === 'string') ? parts : undefined
}

function valuesSaid(values: unknown, { fields }: WorkKind): unknown {
  if (typeof values !== 'object' || values === null) return values
  const nameOf = fieldNamer(fields)
  const unitOf = (id: string) => fields.find((field) => field.id === id)?.unit
  const headOf = (id: string) => [nameOf(id), unitOf(id) ? `（${unitOf(id)}）` : ''].join('')
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [headOf(id), value]))
}

function countName(rule: string, kindOf: Names['kindOf']): string | undefined {
  const [kind = '', count] = rule.split('.')
  return kindOf(kind)?.counts.find(({ id }) => id === count)?.name
}

function measureName(id: string): string | undefined {
  return measuresById(knowledge().measures).get(id)?.zh
}

function baseRowName(item: string): string | undefined {
  return loadBaseRows().find((row) => row.item === item)?.zh ?? measureName(item)
}

function chapterName(pack: RulePack | undefined, id: string, scope: unknown): string | undefined {
  if (!pack) return undefined
  const { department, project } = outlinesOf(pack)
  return (scope === 'department' ? department : project).chapters.find((chapter) => chapter.id === id)?.heading
}
