import { readFileSync } from 'node:fs'
import { Big } from 'big.js'
import { parse } from 'yaml'
import { z } from 'zod'
import { roles } from '#domain/accounts/role.ts'
import type { SignOffRule } from '#domain/year/expenditure.ts'

const amount = z
  .union([z.number(), z.string()])
  .refine((raw) => /^\d+(\.\d{1,2})?$/.test(String(raw)), { error: '请写成不带单位的元数' })
  .transform((raw) => new Big(raw))
const text = z.string().min(1)
const severity = z.enum(['error', 'warning'])

const step = z.strictObject({
  id: text,
  title: text,
  role: z.enum(roles),
  from: amount.optional(),
  alsoBy: z.array(text).min(1).optional(),
})

/** The shape of a sign-off rule; a misspelt key is refused. */
export const signOffShape = z.strictObject({
  title: text,
  steps: z.array(step).min(2),
  decideFrom: amount,
  overBalance: severity,
  samePerson: severity,
  sources: z
    .array(z.strictObject({ document: text, says: text, mark: z.enum(['original', 'form-in-use', 'from-the-field']) }))
    .min(1, { error: '要写明依据' }),
})
const fileShape = z.strictObject({ default: signOffShape, packs: z.record(z.string(), signOffShape) })
let loaded: z.infer<typeof fileShape> | undefined

/** How a rule pack has expenditure signed off, or the usual way. Throws when data/expenditure.yaml is missing or broken. */
export function signOffRule(pack: string): SignOffRule {
  loaded ??= fileShape.parse(parse(readFileSync(new URL('../../../data/expenditure.yaml', import.meta.url), 'utf8')))
  return (loaded.packs[pack] ?? loaded.default) as SignOffRule
}
