import { Big } from 'big.js'
import { z } from 'zod'
import { varianceCauses } from '#domain/ledger/ledger.ts'
import { quotaKinds } from '#domain/ledger/staffing.ts'
import { paymentPlanShape } from './payment-plan-shape.ts'

// What a shape says against an entry is read by its clerk.
z.config(z.locales.zhCN())

const amountPattern = /^(-?\d+(?:\.\d+)?)\s*(元|千元|万元|亿元)?$/
const scales: Record<string, string> = { 元: '1', 千元: '1000', 万元: '10000', 亿元: '100000000' }

/** Money in a ledger file: a number is 元; text may carry its unit: '969.06万元'. */
export const amount = z.union([z.string(), z.number()]).transform((raw, context) => {
  const match = amountPattern.exec(String(raw).replaceAll(',', '').trim())
  const yuan = match && new Big(match[1] ?? '0').times(scales[match[2] ?? '元'] ?? '1')
  if (yuan && yuan.eq(yuan.round(2, Big.roundHalfUp))) return yuan
  context.addIssue({ code: 'custom', message: `「${raw}」不是金额：请写成 969.06万元 或 9690600.00元，最多精确到分` })
  return z.NEVER
})
const withReason = { error: '人工改分要写理由' }
const decimal = z
  .union([z.string(), z.number()])
  .refine((raw) => /^-?\d+(\.\d+)?$/.test(String(raw)), { message: '请写成不带单位的数字' })
  .transform((raw) => new Big(raw))
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { message: '日期请写成 2023-12-31' })
  .pipe(z.iso.date({ message: '没有这一天' }))
export const id = z.string().min(1, { message: '编号不能空' })
const persons = z.int().min(0, { message: '人数不能是负数' })

const organisation = z.strictObject({
  id,
  name: z.string().min(1),
  shortName: z.string().optional(),
  parent: id.optional(),
  nature: z.string().optional(),
  offices: z.array(z.string()).optional(),
  functions: z.array(z.string()).optional(),
})
const staffLine = z.strictObject({
  organisation: id,
  quotas: z.array(z.strictObject({ kind: z.enum(quotaKinds), posts: persons })),
  onPost: persons,
  including: z.array(z.strictObject({ name: z.string(), persons })).optional(),
  retired: persons,
})
const source = z.enum(['general-public', 'government-managed', 'state-capital', 'special-account', 'own', 'other'])
const nature = z.enum(['basic', 'project'])
export const account = z.string().regex(/^\d{7}$/, { message: '功能科目请写到项级，七位数字，如 2010301' })
export const economic = z.string().regex(/^\d{3}(\d{2})?$/, { message: '经济科目是三位或五位数字，如 302、30217' })
const budgetLine = z.strictObject({
  key: id,
  organisation: id,
  kind: z.enum(['original', 'supplement', 'reduction', 'transfer', 'carry-over']),
  source,
  nature,
  account,
  economic: economic.optional(),
  project: id.optional(),
  amount,
  document: z.string().optional(),
  date: date.optional(),
  note: z.string().optional(),
})
const payment = z.strictObject({
  voucher: id,
  organisation: id,
  date,
  amount,
  source,
  nature,
  account,
  economic,
  project: id.optional(),
  payee: z.string().optional(),
  purpose: z.string().optional(),
})
const project = z.strictObject({
  id,
  name: z.string().min(1),
  code: z.string().optional(),
  organisation: id,
  nature: z.enum(['new', 'continued']).optional(),
  period: z.string().optional(),
  evaluated: z.boolean(),
  summary: z.string().optional(),
  arrived: amount.optional(),
})
const scope = z.union([z.literal('department'), z.strictObject({ project: id })])
const task = z
  .strictObject({
    name: z.string().min(1),
    content: z.string(),
    projects: z.array(id).optional(),
    amount: amount.optional(),
    fiscal: amount.optional(),
  })
  .superRefine(({ amount: all, fiscal }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (fiscal && !all) fault('amount', '写了财政拨款，没有写总额')
    if (all?.lt(0)) fault('amount', '金额不能是负数')
    if (fiscal?.lt(0) || (fiscal && all?.lt(fiscal))) fault('fiscal', '财政拨款应在 0 和总额之间')
  })
const goal = z.strictObject({
  scope,
  term: z.enum(['medium', 'annual']),
  planned: z.string(),
  achieved: z.string().optional(),
})
const actual = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('entered'),
    value: z.union([decimal, z.string()]),
    evidence: z.array(id).optional(),
  }),
  z.strictObject({ from: z.literal('counted'), kind: id, count: id, since: date, until: date }),
  z.strictObject({ from: z.literal('fact'), measure: id, phase: id }),
])
const indicator = z.strictObject({
  id,
  scope,
  level1: z.string().min(1),
  level2: z.string().min(1),
  name: z.string().min(1),
  sign: z.enum(['≥', '>', '=', '≤', '<', '定性']),
  target: z.union([decimal, z.string()]),
  unit: z.string(),
  weight: decimal,
  rule: z.string().optional(),
  basis: z.string().optional(),
  explanation: z.string().optional(),
  evidenceRequired: z.array(z.string()).optional(),
  actual: actual.optional(),
  varianceReason: z.string().optional(),
  improvement: z.string().optional(),
  override: z.strictObject({ points: decimal, reason: z.string(withReason).trim().min(1, withReason) }).optional(),
})
const condition = z.strictObject({ field: id, in: z.array(z.string()) })
const workKind = z.strictObject({
  id,
  name: z.string(),
  fields: z.array(
    z.strictObject({
      id,
      name: z.string(),
      type: z.enum(['date', 'text', 'number', 'choice', 'yes-no']),
      required: z.boolean().optional(),
      options: z.array(z.string()).optional(),
      unit: z.string().optional(),
    }),
  ),
  key: z.array(id),
  counts: z.array(
    z.strictObject({
      id,
      name: z.string(),
      how: z.enum(['count', 'distinct', 'sum', 'rate', 'latest']),
      field: id.optional(),
      where: z.array(condition).optional(),
      of: z.array(condition).optional(),
      unit: z.string(),
    }),
  ),
})
const workRecord = z.strictObject({
  id,
  kind: id,
  organisation: id,
  date,
  values: z.record(z.string(), z.coerce.string()),
  quantity: z.int().positive().optional(),
  evidence: z.array(id).optional(),
})
const baseItem = z.strictObject({ item: id, column: z.enum(['prior-actual', 'original', 'actual']), amount })
const building = z.strictObject({
  name: z.string().min(1),
  approvedArea: decimal,
  actualArea: decimal,
  budgetedInvestment: amount,
  actualInvestment: amount,
})
const section = z.strictObject({ scope, outline: id, text: z.string() })
const paper = z.strictObject({ id, title: z.string(), number: z.string().optional(), date: date.optional() })
const yuanText = amount.transform((yuan) => yuan.toFixed())
const monitoringRound = z.strictObject({
  until: date,
  values: z.array(
    z.strictObject({
      indicator: id,
      value: z.coerce.string(),
      expected: z.coerce.string().optional(),
      possibility: z.string().optional(),
      causes: z.array(z.enum(varianceCauses)).optional(),
      reason: z.string().optional(),
      remark: z.string().optional(),
    }),
  ),
  expectedSpending: z
    .array(
      z
        .strictObject({ scope, amount: yuanText, fiscal: yuanText.optional() })
        .refine(({ amount: all, fiscal }) => fiscal === undefined || new Big(fiscal).lte(all), {
          path: ['fiscal'],
          message: '财政拨款不能大于全年预计执行数',
        }),
    )
    .optional(),
  causes: z.string().optional(),
  measures: z.string().optional(),
})
const evidence = z.strictObject({
  id,
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
  note: z.string().optional(),
  proves: z.array(z.strictObject({ indicator: id, requirement: z.string().min(1).optional() })).optional(),
})
const openQuestion = z.strictObject({ id, question: z.string(), holds: z.string(), sources: z.array(z.string()) })

/** The shape of a ledger file; unknown keys are refused, so that a misspelt key is never silently lost. */
export const ledgerShape = z.strictObject({
  division: z.strictObject({
    code: z.string().regex(/^\d{6}$/, { message: '行政区划代码是六位数字' }),
    name: z.string(),
  }),
  department: organisation,
  units: z.array(organisation).default([]),
  year: z.int().min(2000).max(2100),
  pack: id,
  staffing: z.array(staffLine).default([]),
  projects: z.array(project).default([]),
  budgetLines: z.array(budgetLine).default([]),
  payments: z.array(payment).default([]),
  baseItems: z.array(baseItem).default([]),
  buildings: z.array(building).default([]),
  savingMeasures: z.string().optional(),
  issueDate: date.optional(),
  paymentPlan: paymentPlanShape.optional(),
  tasks: z.array(task).default([]),
  goals: z.array(goal).default([]),
  indicators: z.array(indicator).default([]),
  workKinds: z.array(workKind).default([]),
  workRecords: z.array(workRecord).default([]),
  sections: z.array(section).default([]),
  papers: z.array(paper).default([]),
  monitoring: z.array(monitoringRound).default([]),
  evidence: z.array(evidence).default([]),
  openQuestions: z.array(openQuestion).default([]),
})

/** The shape of one entry of each list. */
export const entryShapes = {
  organisations: organisation,
  projects: project,
  staffing: staffLine,
  budgetLines: budgetLine,
  payments: payment,
  baseItems: baseItem,
  buildings: building,
  tasks: task,
  goals: goal,
  indicators: indicator,
  workKinds: workKind,
  workRecords: workRecord,
  sections: section,
  papers: paper,
  monitoring: monitoringRound,
  evidence,
  openQuestions: openQuestion,
} as const
