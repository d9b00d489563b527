import { z } from 'zod'
import { list } from './common.ts'

export type { CopyPreview } from '#operations/carry-over/copy-from-last-year.ts'

const called = z.string().trim().min(1).max(100)
/** What the department is called: as reports print it, and as running text does. */
export const beginBody = z.strictObject({ name: called, shortName: called.optional() })

const keys = z.array(z.string().max(400)).max(5000)
/** `only`: keys by list; a list that is not named gives nothing. Absent: all that are missing. */
export const copyBody = z.strictObject({
  only: z
    .strictObject({
      projects: keys.optional(),
      workKinds: keys.optional(),
      goals: keys.optional(),
      indicators: keys.optional(),
    })
    .optional(),
})

const listName = z.enum(['projects', 'workKinds', 'goals', 'indicators'])
const entry = z.record(z.string(), z.unknown())
const field = z.object({ field: z.string(), was: z.unknown().optional(), is: z.unknown().optional() })
export const copyPreview = z
  .object({
    from: z.number(),
    year: z.number(),
    isNew: z.boolean(),
    lists: list(
      z.object({
        list: listName,
        name: z.string(),
        counts: z.object({ add: z.number(), same: z.number(), differs: z.number() }),
        entries: list(
          z.discriminatedUnion('outcome', [
            z.object({ outcome: z.literal('add'), key: z.string(), entry, blanked: list(z.string()) }),
            z.object({ outcome: z.literal('same'), key: z.string(), entry }),
            z.object({ outcome: z.literal('differs'), key: z.string(), entry, fields: list(field) }),
          ]),
        ),
      }),
    ),
  })
  .meta({ id: 'CopyPreview', description: '沿用去年账本会新增什么、哪些已有、哪些两年不同（不同的保留今年的）' })
export const copied = z
  .object({ projects: z.number(), workKinds: z.number(), goals: z.number(), indicators: z.number() })
  .meta({ id: 'Copied', description: '各栏新增的条数' })
