import { z } from 'zod'
import { list } from './contracts/common.ts'
import type { AuditEntry, Decisions } from '#operations/audits/audit-store.ts'
import type { AuditView } from '#operations/audits/audit-view.ts'

export type { AuditEntry, Decision, Decisions, DecisionStatus } from '#operations/audits/audit-store.ts'
export type { AuditView, BlockView, CellView, FindingView, MarkView, PlaceView } from '#operations/audits/audit-view.ts'

/** GET /api/audits; POST /api/audits answers with the entries it added. */
export type AuditList = { readonly audits: readonly AuditEntry[] }

/** GET /api/audits/:id. */
export type AuditAnswer = AuditView & { readonly id: string; readonly at: string; readonly decisions: Decisions }

/** PUT /api/audits/:id/decisions. */
export type DecisionsAnswer = { decisions: Decisions }

export const auditParams = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) })
export const exportParams = auditParams.extend({ format: z.enum(['json', 'sarif', 'xlsx', 'html', 'docx', 'pdf']) })
const key = z.string().regex(/^[0-9a-f]{16}(-\d{1,4})?$/)
const reasonNeeded = '标为“不采纳”须写明理由'
const reason = z.string(reasonNeeded).trim().min(1, reasonNeeded).max(500)

/** A decision on one finding: dismissing one needs a reason. */
export const decisionBody = z.discriminatedUnion('status', [
  z.strictObject({ key, status: z.literal('open') }),
  z.strictObject({ key, status: z.literal('accepted') }),
  z.strictObject({ key, status: z.literal('dismissed'), reason }),
])
export type DecisionBody = z.infer<typeof decisionBody>
export type ExportName = z.infer<typeof exportParams>['format']

const counts = z.object({ error: z.number(), warning: z.number(), info: z.number(), figures: z.number() })
export const auditList = z
  .object({
    audits: list(
      z.object({
        id: z.string(),
        name: z.string(),
        at: z.string(),
        parts: z.number(),
        counts,
        problem: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'AuditList' })
/** The document with its marks, findings and coverage: AuditAnswer. */
export const auditAnswer = z.looseObject({ id: z.string(), at: z.string() }).meta({ id: 'Audit' })
export const decisionsAnswer = z.object({
  decisions: z.record(
    z.string(),
    z.object({
      status: z.enum(['open', 'accepted', 'dismissed']),
      reason: z.string().optional(),
      who: z.string(),
      at: z.string(),
    }),
  ),
})

/** GET /api/ledgers/:division/:department/:year. `entity` '' is the whole department. */
export const ledgerSummaryAnswer = z
  .object({
    divisionName: z.string(),
    departmentName: z.string(),
    shortName: z.string(),
    year: z.number(),
    payments: z.number(),
    records: z.number(),
    forms: list(z.object({ entity: z.string(), total: z.string().optional(), grade: z.string().optional() })),
    gaps: list(z.string()),
    questions: list(z.object({ id: z.string(), question: z.string(), holds: z.string(), sources: list(z.string()) })),
    progress: list(
      z.object({
        page: z.string(),
        said: z.string(),
        begin: z.string().optional(),
        lacks: z.string().optional(),
        at: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'LedgerSummary' })
export type LedgerSummary = z.infer<typeof ledgerSummaryAnswer>
