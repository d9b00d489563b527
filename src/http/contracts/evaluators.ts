import { z } from 'zod'
import { ledgerParams, list, login } from './common.ts'

const set = ledgerParams.pick({ department: true, year: true })

/** `by`: who gave it; `at`: UTC. */
export const assignments = z
  .object({
    evaluators: list(z.object({ login: z.string(), name: z.string(), disabled: z.boolean() })),
    assignments: list(
      z.object({
        department: z.string(),
        year: z.number(),
        login: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'Assignments', description: '第三方评价人，和分派给各人的材料' })
export type AssignmentsView = z.infer<typeof assignments>

/** `assigned` false takes the sets back. */
export const assignmentBody = z.strictObject({ login, assigned: z.boolean(), sets: z.array(set).min(1).max(500) })
export type AssignmentBody = z.input<typeof assignmentBody>
