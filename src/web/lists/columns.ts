import { budgetKinds, fundSources, projectNatures, quotaNames, spendingNatures } from '#domain/ledger/choice-names.ts'
import { quotaKinds } from '#domain/ledger/staffing.ts'
import { columnTitles } from '#domain/log/column-titles.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import type { Choice, Column } from '../grid/column.ts'
import { choicesFrom } from './choices.ts'

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
  title: columnTitles.staffing.organisation,
  kind: 'choice',
  choices,
  required: true,
  isFixed,
  width: 102,
})

export function organisationColumns({ organisations }: Context): readonly Column[] {
  return [
    { field: 'id', title: columnTitles.organisations.id, kind: 'text', required: true, isFixed: true, width: 110 },
    { field: 'name', title: columnTitles.organisations.name, kind: 'text', required: true, width: 220 },
    { field: 'shortName', title: columnTitles.organisations.shortName, kind: 'text', width: 110 },
    { field: 'parent', title: columnTitles.organisations.parent, kind: 'choice', choices: organisations, width: 120 },
    { field: 'nature', title: columnTitles.organisations.nature, kind: 'text', width: 120 },
    lines('offices', columnTitles.organisations.offices),
    lines('functions', columnTitles.organisations.functions),
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
    { field: 'onPost', title: columnTitles.staffing.onPost, kind: 'count', required: true, width: 100 },
    including,
    { field: 'retired', title: columnTitles.staffing.retired, kind: 'count', required: true, width: 100 },
  ]
}

type Part = { readonly name: string; readonly persons: number }

/** 核电办 8；… : a name, a space, how many. */
const including: Column = {
  field: 'including',
  title: columnTitles.staffing.including,
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
  {
    field: 'source',
    title: columnTitles.budgetLines.source,
    kind: 'choice',
    choices: choicesFrom(fundSources),
    required: true,
    width: 102,
  },
  {
    field: 'nature',
    title: columnTitles.budgetLines.nature,
    kind: 'choice',
    choices: choicesFrom(spendingNatures),
    required: true,
    width: 74,
    headLines: 2,
  },
  {
    field: 'project',
    title: columnTitles.budgetLines.project,
    kind: 'choice',
    choices: projects,
    width: 118,
    grows: true,
  },
  { field: 'account', title: columnTitles.budgetLines.account, kind: 'text', required: true, width: 76, headLines: 2 },
]

/** Those that are least needed at a glance stand last: on a narrow screen they go first. */
export function budgetColumns(context: Context): readonly Column[] {
  return [
    {
      field: 'key',
      title: columnTitles.budgetLines.key,
      kind: 'text',
      required: true,
      isFixed: true,
      width: 80,
      headLines: 2,
    },
    {
      field: 'kind',
      title: columnTitles.budgetLines.kind,
      kind: 'choice',
      choices: choicesFrom(budgetKinds),
      required: true,
      width: 78,
    },
    { field: 'amount', title: columnTitles.budgetLines.amount, kind: 'amount', required: true },
    ...grant(context),
    { field: 'economic', title: columnTitles.budgetLines.economic, kind: 'text', width: 76 },
    { field: 'document', title: columnTitles.budgetLines.document, kind: 'text', width: 140, grows: true },
    { field: 'date', title: columnTitles.budgetLines.date, kind: 'date', width: 98 },
    { field: 'note', title: columnTitles.budgetLines.note, kind: 'text', width: 110, grows: true },
  ]
}

export function paymentColumns(context: Context): readonly Column[] {
  return [
    { field: 'voucher', title: columnTitles.payments.voucher, kind: 'text', required: true, isFixed: true, width: 104 },
    { field: 'date', title: columnTitles.payments.date, kind: 'date', required: true, width: 98 },
    { field: 'amount', title: columnTitles.payments.amount, kind: 'amount', required: true },
    ...grant(context),
    { field: 'economic', title: columnTitles.payments.economic, kind: 'text', required: true, width: 76, headLines: 2 },
    { field: 'purpose', title: columnTitles.payments.purpose, kind: 'text', width: 100, grows: true },
    { field: 'payee', title: columnTitles.payments.payee, kind: 'text', width: 120, grows: true },
  ]
}

export function projectColumns({ organisations }: Context): readonly Column[] {
  return [
    {
      field: 'id',
      title: columnTitles.projects.id,
      kind: 'text',
      required: true,
      isFixed: true,
      width: 80,
      headLines: 2,
    },
    { field: 'name', title: columnTitles.projects.name, kind: 'text', required: true, width: 200, grows: true },
    organisation(organisations),
    {
      field: 'nature',
      title: columnTitles.projects.nature,
      kind: 'choice',
      choices: choicesFrom(projectNatures),
      width: 80,
    },
    { field: 'period', title: columnTitles.projects.period, kind: 'text', width: 110 },
    {
      field: 'evaluated',
      title: columnTitles.projects.evaluated,
      kind: 'yes-no',
      required: true,
      width: 70,
      headLines: 2,
    },
    { field: 'arrived', title: columnTitles.projects.arrived, kind: 'amount' },
    { field: 'code', title: columnTitles.projects.code, kind: 'text', width: 110 },
    { field: 'summary', title: columnTitles.projects.summary, kind: 'long', width: 120 },
  ]
}

export const buildingColumns: readonly Column[] = [
  { field: 'name', title: columnTitles.buildings.name, kind: 'text', required: true, isFixed: true, width: 200 },
  { field: 'approvedArea', title: columnTitles.buildings.approvedArea, kind: 'number', required: true },
  { field: 'actualArea', title: columnTitles.buildings.actualArea, kind: 'number', required: true },
  { field: 'budgetedInvestment', title: columnTitles.buildings.budgetedInvestment, kind: 'amount', required: true },
  { field: 'actualInvestment', title: columnTitles.buildings.actualInvestment, kind: 'amount', required: true },
]

/** Projects by their ids, one a line. */
export const taskColumns: readonly Column[] = [
  { field: 'name', title: columnTitles.tasks.name, kind: 'text', required: true, isFixed: true, width: 200 },
  { field: 'content', title: columnTitles.tasks.content, kind: 'long', required: true },
  lines('projects', columnTitles.tasks.projects),
  { field: 'amount', title: columnTitles.tasks.amount, kind: 'amount' },
  { field: 'fiscal', title: columnTitles.tasks.fiscal, kind: 'amount' },
]

export const paperColumns: readonly Column[] = [
  { field: 'id', title: columnTitles.papers.id, kind: 'text', required: true, isFixed: true, width: 100 },
  { field: 'title', title: columnTitles.papers.title, kind: 'text', required: true, width: 360 },
  { field: 'number', title: columnTitles.papers.number, kind: 'text', width: 200 },
  { field: 'date', title: columnTitles.papers.date, kind: 'date', width: 120 },
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
