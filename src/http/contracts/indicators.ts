import { z } from 'zod'
import { list } from './common.ts'

export type { AmbitionLine, CheckedDraft } from '#operations/indicators/check-indicator.ts'

/** Fields of an indicator as far as they are written. */
export const draftBody = z.strictObject({ indicator: z.record(z.string(), z.unknown()) })
const earlier = list(z.object({ year: z.number(), value: z.string() }))
export const checkedDraft = z
  .object({
    isWhole: z.boolean(),
    remarks: list(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        field: z.string(),
        message: z.string(),
      }),
    ),
    earlier,
  })
  .meta({ id: 'CheckedDraft', description: '一条指标边填边查：逐栏的提醒，前三年的完成值' })
export const ambitionList = z.object({
  indicators: list(z.object({ id: z.string(), name: z.string(), earlier, remark: z.string().optional() })),
})
