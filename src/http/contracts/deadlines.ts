import { z } from 'zod'
import { deadlineTasks } from '#domain/year/deadline.ts'
import { ledgerParams, list } from './common.ts'

const { year } = ledgerParams.shape
const task = z.enum(deadlineTasks)
const day = z.iso.date({ message: '日期请写成 2024-03-15' })

export const deadlineList = z
  .object({ deadlines: list(z.object({ year: z.number(), task, day: z.string() })) })
  .meta({ id: 'Deadlines', description: '各年度绩效监控、自评材料送审的期限' })
export type DeadlinesView = z.infer<typeof deadlineList>

/** `day` null takes the deadline away. */
export const deadlineBody = z.strictObject({ year, task, day: day.nullable() })
export type DeadlineBody = z.infer<typeof deadlineBody>
