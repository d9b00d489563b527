import { readFileSync, readdirSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'

/** One thing wrong in the definition of a work ledger: where (「counts.2.field」), what, and the mend. */
export type WorkKindFault = { readonly path: string; readonly message: string }
export type ReadWorkKind = { readonly kind?: WorkKind; readonly faults: readonly WorkKindFault[] }

const id = z
  .string({ error: '编号要写成文字' })
  .regex(/^[a-z][a-z0-9-]*$/, { error: '编号用小写英文字母、数字和连字符，字母开头' })
const name = z.string({ error: '请写名称' }).min(1, { error: '名称不能空' })
const words = z.array(z.coerce.string(), { error: '请写成一列词' }).min(1, { error: '至少写一个词' })
const condition = z.strictObject({ field: id, in: words }, { error: misspelt })
const shape = z.strictObject(
  {
    id,
    name,
    fields: z
      .array(
        z.strictObject(
          {
            id,
            name,
            type: z.enum(['date', 'text', 'number', 'choice', 'yes-no'], {
              error: '字段类型只能是 date（日期）、text（文字）、number（数字）、choice（选项）、yes-no（是否）',
            }),
            required: z.boolean({ error: '必填写 true 或 false' }).optional(),
            options: words.optional(),
            unit: z.string().optional(),
          },
          { error: misspelt },
        ),
        { error: '请列出字段' },
      )
      .min(1, { error: '至少要有一个字段' }),
    key: z.array(id, { error: '请写明凭哪几个字段认定是同一件事' }).min(1, { error: '至少要有一个认定字段' }),
    counts: z.array(
      z.strictObject(
        {
          id,
          name,
          how: z.enum(['count', 'distinct', 'sum', 'rate', 'latest'], {
            error: '计数办法只能是 count（计数）、distinct（去重计数）、sum（求和）、rate（比率）、latest（最近一次）',
          }),
          field: id.optional(),
          where: z.array(condition).optional(),
          of: z.array(condition).optional(),
          unit: z.string({ error: '请写明单位' }).min(1, { error: '请写明单位' }),
        },
        { error: misspelt },
      ),
      { error: '请列出计数办法' },
    ),
  },
  { error: misspelt },
)

function misspelt(issue: z.core.$ZodRawIssue): string {
  return issue.code === 'unrecognized_keys' ? `没有「${issue.keys.join('、')}」这一栏` : '请写成“栏目: 内容”'
}

/** Names of a record that every kind has besides its own fields. */
const common = ['date', 'organisation']

/** Reads the definition of a kind of work ledger (YAML). All faults at once; a kind with any fault is not given. */
export function readWorkKind(text: string): ReadWorkKind {
  const lines = new LineCounter()
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines })
  if (document.errors.length > 0) {
    const broken = document.errors.map(({ pos }) => lines.linePos(pos[0]).line)
    return { faults: broken.map((line) => ({ path: '', message: `第${line}行的写法有误，请检查缩进、括号和引号` })) }
  }
  const shaped = shape.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!shaped.success) {
    return { faults: shaped.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })) }
  }
  const kind = shaped.data as WorkKind
  const faults = [...fieldFaults(kind), ...countFaults(kind)]
  return faults.length > 0 ? { faults } : { kind, faults }
}

function fieldFaults(kind: WorkKind): WorkKindFault[] {
  const known = new Set([...common, ...kind.fields.map((field) => field.id)])
  return [
    ...twice(kind.fields, 'fields', '字段'),
    ...twice(kind.counts, 'counts', '计数办法'),
    ...kind.fields.flatMap((field, index) => {
      const path = `fields.${index}`
      if (common.includes(field.id)) return [{ path, message: `「${field.id}」每条记录本来就有，字段请换一个编号` }]
      if (field.type === 'choice' && !field.options)
        return [{ path, message: `选项字段「${field.name}」没有列出选项（options）` }]
      if (field.type !== 'choice' && field.options)
        return [{ path, message: `「${field.name}」不是选项字段，不应有选项（options）` }]
      return []
    }),
    ...kind.key.flatMap((field, index) =>
      known.has(field) ? [] : [{ path: `key.${index}`, message: `没有「${field}」这个字段` }],
    ),
  ]
}

function countFaults(kind: WorkKind): WorkKindFault[] {
  const types = new Map(kind.fields.map((field) => [field.id, field]))
  return kind.counts.flatMap((rule, index) => {
    const path = `counts.${index}`
    const field = types.get(rule.field ?? '')
    const isKnown = field !== undefined || common.includes(rule.field ?? '')
    if (['distinct', 'sum', 'latest'].includes(rule.how) && !rule.field)
      return [{ path, message: `「${rule.name}」要写明数哪个字段（field）` }]
    if (rule.field && !isKnown) return [{ path: `${path}.field`, message: `没有「${rule.field}」这个字段` }]
    const isNumeric = rule.how === 'sum' || rule.how === 'latest' || (rule.how === 'rate' && rule.field !== undefined)
    if (isNumeric && field?.type !== 'number')
      return [{ path: `${path}.field`, message: `「${rule.name}」数的字段应当是数字` }]
    if (rule.how === 'rate' && !rule.of) return [{ path, message: `比率「${rule.name}」要写明哪些算达到（of）` }]
    return [...(rule.where ?? []), ...(rule.of ?? [])].flatMap(({ field, in: allowed }) => {
      if (!types.has(field) && !common.includes(field)) return [{ path, message: `条件里没有「${field}」这个字段` }]
      const options = types.get(field)?.type === 'yes-no' ? ['是', '否'] : types.get(field)?.options
      const strange = options ? allowed.filter((word) => !options.includes(word)) : []
      return strange.length > 0 ? [{ path, message: `条件里的「${strange.join('、')}」不在「${field}」的选项里` }] : []
    })
  })
}

function twice(entries: readonly { readonly id: string }[], list: string, what: string): WorkKindFault[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) < index
      ? [{ path: `${list}.${index}`, message: `${what}编号「${id}」重复` }]
      : [],
  )
}

let loaded: readonly WorkKind[] | undefined

/** The kinds of work ledger that come with the product (data/ledgers), read once in a process. Throws when one is broken. */
export function workKinds(): readonly WorkKind[] {
  const folder = new URL('../../data/ledgers/', import.meta.url)
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const { kind, faults } = readWorkKind(readFileSync(new URL(file, folder), 'utf8'))
      if (!kind)
        throw new Error(`data/ledgers/${file}: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
      return kind
    })
  return loaded
}
