import { z } from 'zod'
import { jobKinds, jobStates } from '#domain/jobs/job.ts'
import { list } from './common.ts'

export type { AuditedUpload, Job, JobKind, JobState } from '#domain/jobs/job.ts'

export const jobParams = z.object({ id: z.uuid() })
export const importJobQuery = z.object({
  table: z.string().min(1).max(100).optional(),
  preview: z.enum(['true', 'false']).default('false'),
})
export const pdfJobBody = z.strictObject({ report: z.string().min(1).max(200) })

const counts = z.object({ error: z.number(), warning: z.number(), info: z.number(), figures: z.number() })
const outcome = z.object({
  files: list(
    z.object({
      name: z.string(),
      id: z.string().optional(),
      counts: counts.optional(),
      problem: z.string().optional(),
    }),
  ).optional(),
  lines: list(z.string()).optional(),
  faults: list(
    z.object({
      severity: z.string(),
      message: z.string(),
      row: z.number().optional(),
      column: z.string().optional(),
    }),
  ).optional(),
})

/** A job as its asker sees it; the events of one carry the same. */
export const jobAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(jobKinds),
    state: z.enum(jobStates),
    done: z.number(),
    total: z.number(),
    sentence: z.string(),
    who: z.string(),
    at: z.string(),
    ended: z.string().optional(),
    result: z.object({ name: z.string(), size: z.number() }).optional(),
    outcome,
    changed: z.number(),
  })
  .meta({ id: 'Job', description: '后台任务；total 为 0 表示还不知道一共多少' })
export const jobList = z.object({ jobs: list(jobAnswer) }).meta({ id: 'JobList' })
export type JobList = z.infer<typeof jobList>

/** The `changed` of what was heard last: who names the end is told there is no more. */
export const eventsHeaders = z.looseObject({ 'last-event-id': z.string().optional() })
