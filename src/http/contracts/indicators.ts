import { z } from 'zod'
import { ledgerParams, list } from './common.ts'

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

export type { IndicatorDraft, LibraryAnswer } from '#operations/indicators/search-library.ts'

const word = z.string().max(60).optional()
export const libraryQuery = z.object({
  scope: z.enum(['department', 'project']).optional(),
  level1: word,
  level2: word,
  sector: word,
  words: z.string().max(100).optional(),
})
const source = z.object({ document: z.string(), says: z.string(), mark: z.string() })
export const libraryAnswer = z
  .object({
    libraries: list(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        kind: z.enum(['common', 'sector']),
        sector: z.string().optional(),
        sources: list(source),
      }),
    ),
    indicators: list(
      z.object({
        library: z.string(),
        id: z.string(),
        scopes: list(z.string()),
        group: z.string().optional(),
        level1: z.string(),
        level2: z.string(),
        name: z.string(),
        sign: z.string(),
        unit: z.string(),
        target: z.string().optional(),
        explanation: z.string(),
        formula: z.string().optional(),
        evidenceRequired: list(z.string()).optional(),
        basis: z.string().optional(),
        usage: z.object({ indicators: z.number(), ledgers: z.number() }),
      }),
    ),
  })
  .meta({ id: 'IndicatorLibrary', description: '指标库：共性和行业指标，本地区用了多少' })
const libraryId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const libraryParams = ledgerParams.extend({ library: libraryId, indicator: libraryId })
/** Absent: for the department. */
export const libraryDraftQuery = z.object({ project: z.string().max(64).optional() })
export const libraryDraft = z.object({ indicator: z.record(z.string(), z.unknown()) })
