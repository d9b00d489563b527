import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import type { ImportField, ImportTable } from '#domain/imports/import-table.ts'
import type { WorkField, WorkKind } from '#domain/ledger/work-ledger.ts'
import { knowledge } from '../load-knowledge.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'

let loaded: readonly ImportTable[] | undefined

/** Every table that can be handed in: those of data/imports, and one for each kind of work ledger. */
export function importTables(kinds: readonly WorkKind[]): readonly ImportTable[] {
  const folder = new URL('../../../data/imports/', import.meta.url)
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as ImportTable)
    .map((table) => (table.id === 'base-data' ? withItems(table) : table))
  return [...loaded, ...kinds.map(workTable)]
}

/** The table a person means by its id, its name, or the id or name of a work ledger. */
export function importTableNamed(word: string, tables: readonly ImportTable[]): ImportTable | undefined {
  const wanted = word.trim().replace(/台账$/, '')
  return tables.find(({ id, zh, work }) => [work ?? id, zh, zh.replace(/台账$/, '')].includes(wanted))
}

/** The rows of the base-data table are its choices, also under what reports call them. */
function withItems(table: ImportTable): ImportTable {
  const aliases = new Map(knowledge().measures.map((measure) => [measure.id, measure.aliases]))
  const choices = loadBaseRows().map(({ item, zh }) => ({ value: item, zh, synonyms: aliases.get(item) ?? [] }))
  return { ...table, fields: table.fields.map((field) => (field.id === 'item' ? { ...field, choices } : field)) }
}

function workTable(kind: WorkKind): ImportTable {
  const names = kind.key.map((id) =>
    id === 'date' ? '日期' : (kind.fields.find((field) => field.id === id)?.name ?? id),
  )
  const shorts = shortNames(kind.fields.map(({ name }) => name))
  const own = new Set([...kind.fields.map(({ name }) => name), ...shorts.keys()])
  const common = (field: ImportField): ImportField => ({
    ...field,
    synonyms: (field.synonyms ?? []).filter((word) => !own.has(word)),
  })
  return {
    id: 'work-records',
    zh: `${kind.name}台账`,
    note: `一行登记一条。${names.join('、')}相同的算同一件。`,
    work: kind.id,
    key: kind.key,
    fields: [
      common(recordId),
      common(recordDate),
      ...kind.fields.map((field) => workField(field, shortsOf(shorts, field.name))),
      common(recordUnit),
      common(quantity),
    ],
  }
}

/**
 * What the columns of a kind are called for short, and the name each stands for: 「类型」 of 会议类型, 「人数」 of 参会人数.
 * Only an end of one or two words that no other column has, and none of the words every ledger has a column for, or that say nothing.
 */
function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([
    ...names,
    ...[recordId, recordDate, recordUnit, quantity].flatMap(({ zh, synonyms = [] }) => [zh, ...synonyms]),
    ...vague,
  ])
  const ends = names.flatMap((name) =>
    [2, 4].filter((long) => long < name.length).map((long) => ({ end: name.slice(-long), name })),
  )
  const many = new Map<string, number>()
  for (const { end } of ends) many.set(end, (many.get(end) ?? 0) + 1)
  return new Map(ends.flatMap(({ end, name }) => (many.get(end) === 1 && !taken.has(end) ? [[end, name]] : [])))
}
const vague = ['情况', '事项', '结果', '内容']

function shortsOf(shorts: ReadonlyMap<string, string>, name: string): string[] {
  return [...shorts].flatMap(([end, of]) => (of === name ? [end] : []))
}

const recordId: ImportField = {
  id: 'id',
  zh: '记录编号',
  type: 'text',
  synonyms: ['编号', '登记号'],
  note: '不填时按日期和认定同一件事的几栏自动编',
}
const recordDate: ImportField = {
  id: 'date',
  zh: '登记日期',
  type: 'date',
  required: true,
  synonyms: ['日期', '时间', '发生日期', '办理日期'],
  example: '2023-05-01',
}
const recordUnit: ImportField = {
  id: 'organisation',
  zh: '登记单位',
  type: 'organisation',
  synonyms: ['单位', '承办单位'],
  note: '不填为部门本级',
}
const quantity: ImportField = {
  id: 'quantity',
  zh: '代表数量',
  type: 'count',
  synonyms: ['件数', '条数', '汇总数'],
  note: '一行汇总登记多件时填',
}

function workField(field: WorkField, synonyms: readonly string[]): ImportField {
  const { id, name, type, required, options, unit } = field
  const example = exampleOf(field)
  return {
    id: `values.${id}`,
    zh: name,
    type,
    ...(synonyms.length > 0 ? { synonyms } : {}),
    ...(required ? { required } : {}),
    ...(options ? { choices: options.map((word) => ({ value: word, zh: word })) } : {}),
    ...(unit ? { unit } : {}),
    ...(example === undefined ? {} : { example }),
  }
}

/** What the example row of a template shows: whoever takes it for a pattern must not be refused. */
function exampleOf({ name, type, required, options }: WorkField): string | undefined {
  if (options) return options[0] ?? ''
  if (type === 'yes-no') return '是'
  if (!required) return undefined
  return { text: `（${name}）`, number: '1', date: '2023-05-01', choice: '' }[type]
}
