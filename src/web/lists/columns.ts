import { quotaKinds } from '#domain/ledger/staffing.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import type { Choice, Column } from '../grid/column.ts'
import { budgetKinds, choicesFrom, fundSources, projectNatures, quotaNames, spendingNatures } from './choices.ts'

/** What cells are chosen from: the units and projects of the ledger. */
export type Context = { readonly organisations: readonly Choice[]; readonly projects: readonly Choice[] }

/** A list of texts, one a line, as one column. */
export function lines(field: string, title: string): Column {
  return {
    field,
    title,
    kind: 'long',
    get: (entry) => ((entry[field] as string[] | undefined) ?? []).join('\n') || null,
    set: (_, value) => ({
      [field]:
        value === null
          ? null
          : String(value)
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
    }),
  }
}

const organisation = (choices: readonly Choice[], isFixed = false): Column => ({
  field: 'organisation',
  title: '单位',
  kind: 'choice',
  choices,
  required: true,
  isFixed,
  width: 102,
})

export function organisationColumns({ organisations }: Context): readonly Column[] {
  return [
    { field: 'id', title: '单位编码', kind: 'text', required: true, isFixed: true, width: 110 },
    { field: 'name', title: '单位全称', kind: 'text', required: true, width: 220 },
    { field: 'shortName', title: '简称', kind: 'text', width: 110 },
    { field: 'parent', title: '上级', kind: 'choice', choices: organisations, width: 120 },
    { field: 'nature', title: '性质', kind: 'text', width: 120 },
    lines('offices', '内设机构'),
    lines('functions', '主要职能'),
  ]
}

type Quota = { readonly kind: string; readonly posts: number }

export function staffColumns({ organisations }: Context): readonly Column[] {
  const quotas = quotaKinds.map((kind): Column => ({
    field: 'quotas',
    part: kind,
    title: quotaNames[kind],
    kind: 'count',
    width: 84,
    headLines: 2,
    get: ({ quotas }) => (quotas as Quota[] | undefined)?.find((each) => each.kind === kind)?.posts,
    set: ({ quotas }, posts) => ({
      quotas: [
        ...((quotas as Quota[] | undefined) ?? []).filter((each) => each.kind !== kind),
        ...(posts === null ? [] : [{ kind, posts: posts as number }]),
      ],
    }),
  }))
  return [
    { ...organisation(organisations, true), width: 160 },
    ...quotas,
    { field: 'onPost', title: '在职人数', kind: 'count', required: true, width: 100 },
    including,
    { field: 'retired', title: '退休人数', kind: 'count', required: true, width: 100 },
  ]
}

type Part = { readonly name: string; readonly persons: number }

/** 核电办 8；… : a name, a space, how many. */
const including: Column = {
  field: 'including',
  title: '其中（名称 人数；…）',
  kind: 'text',
  headLines: 2,
  width: 140,
  get: ({ including: parts }) =>
    ((parts as Part[] | undefined) ?? []).map(({ name, persons }) => `${name} ${persons}`).join('；') || null,
  set: (_, value) => ({
    including:
      value === null
        ? null
        : String(value)
            .split(/[；;]/)
            .filter((part) => part.trim() !== '')
            .map((part) => {
              const [name = '', persons = ''] = part.trim().split(/\s+/)
              return { name, persons: /^\d+$/.test(persons) ? Number(persons) : persons }
            }),
  }),
}

const grant = ({ organisations, projects }: Context): readonly Column[] => [
  organisation(organisations),
  { field: 'source', title: '资金来源', kind: 'choice', choices: choicesFrom(fundSources), required: true, width: 102 },
  {
    field: 'nature',
    title: '支出性质',
    kind: 'choice',
    choices: choicesFrom(spendingNatures),
    required: true,
    width: 74,
    headLines: 2,
  },
  { field: 'project', title: '项目', kind: 'choice', choices: projects, width: 118, grows: true },
  { field: 'account', title: '功能科目', kind: 'text', required: true, width: 76, headLines: 2 },
]

/** Those that are least needed at a glance stand last: on a narrow screen they go first. */
export function budgetColumns(context: Context): readonly Column[] {
  return [
    { field: 'key', title: '指标编号', kind: 'text', required: true, isFixed: true, width: 80, headLines: 2 },
    { field: 'kind', title: '类别', kind: 'choice', choices: choicesFrom(budgetKinds), required: true, width: 78 },
    { field: 'amount', title: '金额（元）', kind: 'amount', required: true },
    ...grant(context),
    { field: 'economic', title: '经济科目', kind: 'text', width: 76 },
    { field: 'document', title: '文号', kind: 'text', width: 140, grows: true },
    { field: 'date', title: '日期', kind: 'date', width: 98 },
    { field: 'note', title: '备注', kind: 'text', width: 110, grows: true },
  ]
}

export function paymentColumns(context: Context): readonly Column[] {
  return [
    { field: 'voucher', title: '凭证号', kind: 'text', required: true, isFixed: true, width: 104 },
    { field: 'date', title: '日期', kind: 'date', required: true, width: 98 },
    { field: 'amount', title: '金额（元）', kind: 'amount', required: true },
    ...grant(context),
    { field: 'economic', title: '经济科目', kind: 'text', required: true, width: 76, headLines: 2 },
    { field: 'purpose', title: '用途', kind: 'text', width: 100, grows: true },
    { field: 'payee', title: '收款人', kind: 'text', width: 120, grows: true },
  ]
}

export function projectColumns({ organisations }: Context): readonly Column[] {
  return [
    { field: 'id', title: '项目编号', kind: 'text', required: true, isFixed: true, width: 80, headLines: 2 },
    { field: 'name', title: '项目名称', kind: 'text', required: true, width: 200, grows: true },
    organisation(organisations),
    { field: 'nature', title: '性质', kind: 'choice', choices: choicesFrom(projectNatures), width: 80 },
    { field: 'period', title: '期限', kind: 'text', width: 110 },
    { field: 'evaluated', title: '要写自评', kind: 'yes-no', required: true, width: 70, headLines: 2 },
    { field: 'arrived', title: '到位资金（元）', kind: 'amount' },
    { field: 'code', title: '项目代码', kind: 'text', width: 110 },
    { field: 'summary', title: '概况', kind: 'long', width: 120 },
  ]
}

export const buildingColumns: readonly Column[] = [
  { field: 'name', title: '名称', kind: 'text', required: true, isFixed: true, width: 200 },
  { field: 'approvedArea', title: '批复规模（㎡）', kind: 'number', required: true },
  { field: 'actualArea', title: '实际规模（㎡）', kind: 'number', required: true },
  { field: 'budgetedInvestment', title: '预算投资（元）', kind: 'amount', required: true },
  { field: 'actualInvestment', title: '实际投资（元）', kind: 'amount', required: true },
]

/** Projects by their ids, one a line. */
export const taskColumns: readonly Column[] = [
  { field: 'name', title: '任务名称', kind: 'text', required: true, isFixed: true, width: 200 },
  { field: 'content', title: '主要内容', kind: 'long', required: true },
  lines('projects', '项目编号（每行一个）'),
  { field: 'amount', title: '预算总额（元）', kind: 'amount' },
  { field: 'fiscal', title: '其中财政拨款（元）', kind: 'amount' },
]

export const paperColumns: readonly Column[] = [
  { field: 'id', title: '编号', kind: 'text', required: true, isFixed: true, width: 100 },
  { field: 'title', title: '文件名称', kind: 'text', required: true, width: 360 },
  { field: 'number', title: '文号', kind: 'text', width: 200 },
  { field: 'date', title: '日期', kind: 'date', width: 120 },
]

/** A field of a user's own kind of records: its values lie together under `values`. */
export function workValueColumn(field: {
  readonly id: string
  readonly name: string
  readonly type: 'date' | 'text' | 'number' | 'choice' | 'yes-no'
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly unit?: string
}): Column {
  const values = (entry: PlainEntry) => (entry['values'] ?? {}) as Record<string, string>
  const kind = field.type === 'yes-no' ? 'choice' : field.type
  const words = field.type === 'yes-no' ? ['是', '否'] : (field.options ?? [])
  return {
    field: 'values',
    part: field.id,
    title: field.unit ? `${field.name}（${field.unit}）` : field.name,
    kind,
    ...(kind === 'choice' ? { choices: words.map((word) => ({ value: word, label: word })) } : {}),
    ...(field.required ? { required: true } : {}),
    get: (entry) => values(entry)[field.id],
    set: (entry, value) => {
      const { [field.id]: _, ...others } = values(entry)
      return { values: value === null ? others : { ...others, [field.id]: String(value) } }
    },
  }
}
