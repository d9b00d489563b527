import { z } from 'zod'
import { list } from './common.ts'

export type { PlanConflict } from '#operations/year/payment-plan.ts'

const shares = list(z.string())
const curveBy = z.enum(['even', 'pack'])

/** By what planned progress goes; see domain/year/payment-plan.ts. */
export const plannedBy = z.enum(['own', 'even', 'pack'])
export const goalsBy = curveBy

export const paymentPlan = z
  .object({
    own: shares.optional(),
    curve: shares,
    curveBy,
    references: list(z.object({ kind: z.enum(['last-year', 'mean', 'last-plan']), years: list(z.number()), shares })),
  })
  .meta({
    id: 'PaymentPlan',
    description:
      '部门自定的既定支付进度（1 月到 12 月到每月月底的累计百分比，没有自定的不给），没有自定时按哪条进度，可以参照哪些年的',
  })
export type PaymentPlanView = z.infer<typeof paymentPlan>

const typedShares = z.array(z.string().max(20)).max(20).nullable()
/** The plan as its reader saw it and as it shall be; null: none. */
export const paymentPlanBody = z.strictObject({ was: typedShares, set: typedShares })
export const paymentPlanStored = z.object({ own: shares.nullable() })
