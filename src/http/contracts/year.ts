import { z } from 'zod'
import { findingFamilies } from '#domain/year/finding-family.ts'
import { reportFormats } from '#operations/reports/report-file.ts'
import { listNames } from '#operations/editing/entry-lists.ts'
import { ledgerParams, list } from './common.ts'
import { goalsBy, plannedBy } from './payment-plan.ts'

export type { LedgerList, PlainEntry } from '#operations/editing/entry-lists.ts'
export type { Conflict } from '#operations/editing/edit-entries.ts'
export type { EntryFinding, ReportLine, ScoredForms, TracedFact, YearChecks } from '#operations/year/read-year.ts'
export type { MendPlace } from '#operations/workflow/mend-places.ts'
export type { LedgerStanding } from '#operations/year/list-standings.ts'
export type { Submission } from '#operations/workflow/take-step.ts'

export const listParams = ledgerParams.extend({ list: z.enum(listNames) })
const entry = z.record(z.string(), z.unknown())
const key = z.array(z.string().max(400)).min(1).max(4)
const place = z.int().min(0).optional()
/** As many as a page holds and a paste may bring: they are stored together. */
const mostEdits = 1000

const texts = z.record(z.string().max(40), z.string().max(500))

/** `equals` is a JSON object of column names and their text; 500 letters hold every day of a month after eleven months. */
export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  search: z.string().max(100).default(''),
  equals: z
    .string()
    .max(1000)
    .default('{}')
    .transform((text, context) => {
      try {
        return texts.parse(JSON.parse(text))
      } catch {
        context.addIssue({ code: 'custom', message: 'equals 不是 JSON 对象' })
        return z.NEVER
      }
    }),
})
export const entryPage = z
  .object({ total: z.number(), sum: z.string().optional(), entries: list(entry), places: list(z.number()) })
  .meta({ id: 'EntryPage', description: '一页登记；sum 是全部符合条件的金额合计，元；places 是各条在全表的位置' })
export const entryAnswer = z.object({ entry })
export const newEntryBody = z.strictObject({ entry, place })
/** `was`: the fields as their reader saw them; a field somebody else changed meanwhile is a conflict. */
export const changeBody = z.strictObject({ key, was: entry, set: entry })
export const keyBody = z.strictObject({ key })
/** Keys of entries in the order they shall stand in among themselves. */
export const orderBody = z.strictObject({ keys: z.array(key).min(1).max(2000) })
/** Edits of one list: stored together, but those that are refused. `place`: where an entry that is put back stood. */
export const editsBody = z.strictObject({
  edits: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('add'), entry, place }),
        z.strictObject({ kind: z.literal('change'), key, was: entry, set: entry }),
        z.strictObject({ kind: z.literal('remove'), key }),
      ]),
    )
    .min(1)
    .max(mostEdits),
})
export const editsAnswer = z
  .object({
    outcomes: list(
      z.object({ code: z.string().optional(), message: z.string().optional(), detail: z.unknown().optional() }),
    ),
  })
  .meta({ id: 'EditOutcomes', description: '每一处改动一条，先后相同；空的是存好了的' })
export const historyQuery = z.object({ key: z.string().max(800) })

/** Funds of something, 元 as decimals. */
const funds = { original: z.string(), final: z.string(), spent: z.string(), rate: z.string().optional() }
export const executionAnswer = z
  .object({
    total: z.object(funds),
    steps: list(z.object({ kind: z.string(), amount: z.string() })),
    projects: list(
      z.object({
        ...funds,
        project: z.string().optional(),
        name: z.string(),
        arrived: z.string().optional(),
        remarks: list(z.string()),
      }),
    ),
    accounts: list(z.object({ ...funds, account: z.string(), name: z.string(), group: z.string().optional() })),
    months: list(
      z.object({
        month: z.number(),
        spent: z.string().optional(),
        sum: z.string().optional(),
        share: z.string().optional(),
        planned: z.string(),
        warning: z.enum(['red', 'yellow', 'green']).optional(),
      }),
    ),
    plannedBy,
    threePublic: list(
      z.object({
        item: z.string(),
        name: z.string(),
        economic: list(z.string()),
        prior: z.string().optional(),
        budget: z.string().optional(),
        actual: z.string(),
      }),
    ),
  })
  .meta({ id: 'Execution', description: '预算与执行，金额单位：元' })
export type ExecutionView = z.infer<typeof executionAnswer>

/** `until`: the day, YYYY-MM-DD. */
export const roundParams = ledgerParams.extend({ until: z.iso.date() })
const warning = z.enum(['red', 'yellow', 'green'])
export const roundAnswer = z
  .object({
    until: z.string(),
    spent: z.string(),
    final: z.string(),
    planned: z.string(),
    plannedBy,
    goalsBy,
    share: z.string().optional(),
    paymentRate: z.string().optional(),
    forecast: z.string().optional(),
    warning: warning.optional(),
    indicators: list(
      z.object({
        indicator: z.string(),
        counted: z.string().optional(),
        leftOut: z.object({ records: z.number(), why: z.enum(['later', 'sums-up-the-year']) }).optional(),
        share: z.string().optional(),
        planned: z.string().optional(),
        forecast: z.string().optional(),
        warning: warning.optional(),
      }),
    ),
  })
  .meta({ id: 'RoundProgress', description: '到某一天的双监控：支出和目标各与计划相比，金额单位：元' })
export type RoundView = z.infer<typeof roundAnswer>

export const brief = z
  .object({
    since: z.string().optional(),
    returns: z.number(),
    forms: list(z.object({ entity: z.string(), total: z.string().optional(), grade: z.string().optional() })),
    final: z.string().optional(),
    spent: z.string().optional(),
    rate: z.string().optional(),
    review: z.object({ score: z.number(), execution: z.number() }),
    errors: z.number(),
    warnings: z.number(),
    families: list(z.object({ family: z.enum(findingFamilies), errors: z.number(), warnings: z.number() })),
  })
  .meta({ id: 'LedgerBrief', description: '一套材料的得分、执行（万元，%）和问题数' })
export type LedgerBriefView = z.infer<typeof brief>

/** Views that are worked out whole by the rules; their shapes are the types of operations/year. */
export const scoredForms = z.looseObject({}).meta({ id: 'ScoredForms', description: '各自评表的得分和逐项说明' })
export const yearChecks = z.looseObject({}).meta({ id: 'YearChecks', description: '送审前要看的全部问题' })
export const reportList = z.object({ reports: list(z.object({ id: z.string(), title: z.string() })) })
export const reportParams = ledgerParams.extend({ report: z.string().min(1).max(200) })
export const reportFileParams = reportParams.extend({ format: z.enum(reportFormats) })
const day = z.iso.date({ message: '日期请写成 2024-03-15' })
export const ledgerHead = z.object({ issueDate: z.string().nullable(), savingMeasures: z.string().nullable() })
export type LedgerHeadView = z.infer<typeof ledgerHead>
export const headBody = z.strictObject({
  issueDate: day.nullable().optional(),
  savingMeasures: z.string().max(5000).nullable().optional(),
})
const textScope = z.union([z.literal('department'), z.object({ project: z.string() })])
export const writing = z
  .object({
    reports: list(
      z.object({
        scope: textScope,
        title: z.string(),
        chapters: list(
          z.object({ id: z.string(), heading: z.string(), isRequired: z.boolean(), faults: list(z.string()) }),
        ),
      }),
    ),
    numbers: list(z.object({ token: z.string(), title: z.string(), value: z.string(), unit: z.string() })),
    proofs: list(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Writing', description: '要写的章节，和正文里可以绑定的数' })
export type WritingView = z.infer<typeof writing>
export const factParams = ledgerParams.extend({ fact: z.string().min(1).max(300) })
export const tracedFact = z
  .object({
    title: z.string(),
    value: z.string(),
    formula: z.string().optional(),
    records: list(
      z.object({
        said: z.string(),
        entry: z.object({ list: z.enum(listNames), key: list(z.string()), field: z.string().optional() }).optional(),
      }),
    ),
    more: z.number(),
  })
  .meta({ id: 'TracedFact' })

const baseColumn = z.enum(['prior-actual', 'original', 'actual'])
export const baseData = z
  .object({
    rows: list(
      z.object({
        item: z.string(),
        name: z.string(),
        cells: list(z.object({ column: baseColumn, text: z.string().optional(), formula: z.string().optional() })),
      }),
    ),
  })
  .meta({ id: 'BaseData', description: '基础数据表：登记的，没登记的由支付和其他行算出' })
export type BaseDataView = z.infer<typeof baseData>
export const counts = z
  .object({
    counts: list(z.object({ kind: z.string(), rule: z.string(), value: z.string().optional(), repeated: z.number() })),
  })
  .meta({ id: 'Counts', description: '各台账按规则数出的数' })
export type CountsView = z.infer<typeof counts>

const state = z.enum(['draft', 'submitted', 'approved', 'returned', 'accepted'])
const action = z.enum(['submit', 'approve', 'accept', 'return', 'recall'])
export const standing = z.object({
  division: z.string(),
  divisionName: z.string(),
  department: z.string(),
  departmentName: z.string(),
  year: z.number(),
  payments: z.number(),
  records: z.number(),
  state,
})
export const standingList = z.object({ ledgers: list(standing) })
export const submission = z
  .object({
    state,
    open: list(action),
    steps: list(
      z.object({
        seq: z.number(),
        at: z.string(),
        who: z.string(),
        role: z.string(),
        action,
        state,
        version: z.number().optional(),
        comment: z.string().optional(),
        points: list(z.object({ number: z.number(), point: z.string(), answer: z.string().optional() })),
      }),
    ),
  })
  .meta({ id: 'Submission', description: '一套材料走到哪一步，谁在何时做了什么' })
export const stepBody = z.strictObject({
  action,
  comment: z.string().max(2000).optional(),
  points: z.array(z.string().max(1000)).max(50).optional(),
})
export type StepBody = z.infer<typeof stepBody>
export const answerBody = z.strictObject({
  step: z.number().int().min(1),
  number: z.number().int().min(1),
  answer: z.string().trim().min(1).max(2000),
})
export const versionParams = ledgerParams.extend({ version: z.coerce.number().int().min(1) })

export const importQuery = z.object({
  table: z.string().max(80).optional(),
  preview: z.enum(['true', 'false']).default('true'),
})
export const importAnswer = z
  .object({
    table: z.string(),
    isStored: z.boolean(),
    isRefused: z.boolean(),
    lines: list(z.string()),
    faults: list(
      z.object({
        severity: z.string(),
        message: z.string(),
        row: z.number().optional(),
        column: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ImportAnswer' })
export type ImportAnswer = z.infer<typeof importAnswer>
export const tableParams = ledgerParams.extend({ table: z.string().min(1).max(80) })
export const tableQuery = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') })
export type EditOutcomes = z.infer<typeof editsAnswer>
export type EntriesView = z.infer<typeof entryPage>
