import { z } from 'zod'
import { ledgerParams, list } from './common.ts'

export type { EvidenceList } from '#operations/evidence/list-evidence.ts'

const id = z.string().min(1).max(200)
/** What the file proves: an indicator, with the required material it is; or a record by `kind` and `record`. */
export const uploadQuery = z
  .object({
    indicator: id.optional(),
    requirement: z.string().min(1).max(200).optional(),
    kind: id.optional(),
    record: id.optional(),
  })
  .refine(({ kind, record }) => (kind === undefined) === (record === undefined))
export const fileParams = ledgerParams.extend({ file: z.string().min(1).max(100) })
/** `view`: shown in the browser where the content is a picture or PDF. */
export const fileQuery = z.object({ view: z.enum(['true', 'false']).default('false') })

const evidence = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  size: z.number(),
  note: z.string().optional(),
  proves: list(z.object({ indicator: z.string(), requirement: z.string().optional() })).optional(),
})
export const uploadAnswer = z.object({ file: evidence })
export const evidenceList = z
  .object({
    files: list(evidence.extend({ isThere: z.boolean(), records: list(z.string()) })),
    indicators: list(
      z.object({
        indicator: z.string(),
        name: z.string(),
        required: list(z.string()),
        given: list(z.string()),
        open: list(z.string()),
        outcome: z.enum(['not-required', 'enough', 'some', 'none']),
      }),
    ),
  })
  .meta({ id: 'EvidenceList', description: '佐证材料，和每条指标要的材料齐不齐' })
