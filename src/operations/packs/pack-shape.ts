import { Big } from 'big.js'
import { z } from 'zod'
import { columnKeys } from '#reading/tables/grids/lexicon.ts'

const decimal = z
  .union([z.number(), z.string()], { error: '请写数字' })
  .refine((raw) => /^-?\d+(\.\d+)?$/.test(String(raw)), { error: '请写成不带单位的数字' })
  .transform((raw) => new Big(raw))
const value = z.union([decimal, z.string()])
const text = z.string({ error: '请写文字' }).min(1, { error: '不能空' })

/** The shape of a rule pack's file; a misspelt key is refused. */
export const packShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: '编号用小写字母、数字和连字符' }),
  title: text,
  region: z.string().regex(/^\d{0,6}$/, { error: '写行政区划代码的开头几位，全国写空' }),
  years: z.tuple([z.int(), z.int()]),
  sources: z
    .array(z.strictObject({ document: text, says: text, mark: z.enum(['original', 'form-in-use', 'from-the-field']) }))
    .min(1, { error: '要写明依据' }),
  forms: z.strictObject({
    departmentEvaluation: text,
    projectEvaluation: text,
    departmentGoals: text,
    projectGoals: text,
    departmentMonitoring: text,
    projectMonitoring: text,
    baseData: text.optional(),
  }),
  aliases: z.partialRecord(z.enum(columnKeys), z.array(text).min(1)).optional(),
  standards: z.record(z.string(), text).optional(),
  outlines: z.strictObject({ department: text, project: text }),
  execution: z.strictObject({ weight: decimal, reasonBelow: decimal.optional() }),
  variants: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        groups: z.array(z.strictObject({ headings: z.array(text).min(1), points: decimal })).min(1),
      }),
    )
    .min(1),
  reverse: z.enum(['linear2x', 'ratio']),
  reasonAt: decimal,
  overshoot: z
    .array(
      z.strictObject({
        from: decimal.refine((times) => times.gt(1), { error: '写指标值的几倍，要大于1' }),
        deduct: decimal.refine((share) => share.gt(0) && share.lte(100), { error: '写扣分值的百分之几，大于0，到100' }),
      }),
    )
    .min(1)
    .optional(),
  qualitative: z.array(z.strictObject({ words: z.array(text).min(1), from: decimal, to: decimal, usual: decimal })),
  satisfaction: z.array(z.strictObject({ from: decimal, share: decimal })).optional(),
  grades: z.array(z.strictObject({ name: text, from: decimal })).min(1),
  cases: z.array(
    z.strictObject({
      name: text,
      rule: z.string().optional(),
      sign: z.enum(['≥', '>', '=', '≤', '<', '定性']),
      target: value,
      actual: value,
      unit: z.string(),
      weight: decimal,
      level1: text,
      points: decimal,
      working: text,
    }),
  ),
})
