import { type Condition, type WorkKind, countingNames, fieldTypeNames } from '#domain/ledger/work-ledger.ts'

type Fields = Readonly<Record<string, unknown>>

/** The definition of a kind of work ledger, in words: its fields, what tells two records apart, what is counted and how. */
export function kindInWords(fields: Fields): Fields {
  const kind = fields as Pick<WorkKind, 'fields' | 'counts' | 'key'>
  if (!Array.isArray(kind.fields) || !Array.isArray(kind.counts) || !Array.isArray(kind.key)) return fields
  const nameOf = fieldNamer(kind.fields)
  return {
    ...fields,
    key: kind.key.map(nameOf),
    fields: kind.fields.map(fieldSaid),
    counts: kind.counts.map((rule) => countSaid(rule, nameOf)),
  }
}

/** What a field of a kind is called by its id; one that every record has, too. */
export function fieldNamer(fields: WorkKind['fields']): (id: string) => string {
  const names = new Map([...common, ...fields.map(({ id, name }) => [id, name] as const)])
  return (id) => names.get(id) ?? id
}

const common = [
  ['date', '日期'],
  ['organisation', '单位'],
] as const

/** 参加人数（数字，人） */
function fieldSaid({ name, type, required, options, unit }: WorkKind['fields'][number]): string {
  const choices = options ? `：${options.join('、')}` : ''
  const parts = [`${fieldTypeNames[type]}${choices}`, unit, required ? '必填' : '']
  return `${name}（${parts.filter(Boolean).join('，')}）`
}

/** 督办事项办结率（占比，只数类别为督办事项的，达到：状态为办结，%） */
function countSaid(
  { name, how, field, where, of, unit }: WorkKind['counts'][number],
  nameOf: (id: string) => string,
): string {
  const parts = [
    `${countingNames[how]}${field === undefined ? '' : `：${nameOf(field)}`}`,
    where?.length ? `只数${conditionsSaid(where, nameOf)}的` : '',
    of?.length ? `达到：${conditionsSaid(of, nameOf)}` : '',
    unit,
  ]
  return `${name}（${parts.filter(Boolean).join('，')}）`
}

function conditionsSaid(conditions: readonly Condition[], nameOf: (id: string) => string): string {
  return conditions.map(({ field, in: words }) => `${nameOf(field)}为${words.join('或')}`).join('且')
}
