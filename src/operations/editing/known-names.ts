import type { LedgerList } from '#domain/ledger/entry-keys.ts'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { measuresById } from '#rules/facts/measures-by-id.ts'
import { knowledge } from '../load-knowledge.ts'
import { outlinesOf } from '../packs/load-outlines.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { fieldNamer, kindInWords } from './kind-in-words.ts'
import { numbersInWords } from './numbers-in-words.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where names are looked up: a kind of work ledger by its id, a chapter by its id and the scope of its text. */
export type KnownNames = {
  readonly kindOf: (id: unknown) => WorkKind | undefined
  readonly chapterOf: (id: string, scope: unknown) => string | undefined
}

/** How the entries of lists are told whose fields hold ids of what is no entry of the ledger. */
export const entryTellers = {
  baseItems: (fields) => told(fields, { item: baseRowName }),
  workKinds: kindInWords,
  workRecords: (fields, { kindOf }) => {
    const kind = kindOf(fields['kind'])
    return kind ? { ...told(fields, { kind: () => kind.name }), values: valuesSaid(fields['values'], kind) } : fields
  },
  sections: (fields, { kindOf, chapterOf }) =>
    told(fields, {
      outline: (id) => chapterOf(id, fields['scope']),
      text: (text) => numbersInWords(text, { countOf: (rule) => countName(rule, kindOf), measureOf: measureName }),
    }),
} as const satisfies Partial<Record<LedgerList, (fields: Fields, names: KnownNames) => Fields>>

/** Fields with the texts of some in other words; a text without one stays. */
export function told(fields: Fields, words: Readonly<Record<string, (text: string) => string | undefined>>): Fields {
  const said = Object.entries(words).flatMap(([field, tell]) => {
    const text = fields[field]
    return typeof text === 'string' ? [[field, tell(text) ?? text] as const] : []
  })
  return { ...fields, ...Object.fromEntries(said) }
}

function valuesSaid(values: unknown, { fields }: WorkKind): unknown {
  if (typeof values !== 'object' || values === null) return values
  const nameOf = fieldNamer(fields)
  const unitOf = (id: string) => fields.find((field) => field.id === id)?.unit
  const headOf = (id: string) => [nameOf(id), unitOf(id) ? `（${unitOf(id)}）` : ''].join('')
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [headOf(id), value]))
}

function countName(rule: string, kindOf: KnownNames['kindOf']): string | undefined {
  const [kind = '', count] = rule.split('.')
  return kindOf(kind)?.counts.find(({ id }) => id === count)?.name
}

export function measureName(id: string): string | undefined {
  return measuresById(knowledge().measures).get(id)?.zh
}

function baseRowName(item: string): string | undefined {
  return loadBaseRows().find((row) => row.item === item)?.zh ?? measureName(item)
}

export function chapterName(pack: RulePack | undefined, id: string, scope: unknown): string | undefined {
  if (!pack) return undefined
  const { department, project } = outlinesOf(pack)
  return (scope === 'department' ? department : project).chapters.find((chapter) => chapter.id === id)?.heading
}
