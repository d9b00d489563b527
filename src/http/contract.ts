import { z } from 'zod'
import type { AuditEntry, Decisions } from '#operations/audits/audit-store.ts'
import type { AuditView } from '#operations/audits/audit-view.ts'

export type { AuditEntry, Decision, Decisions, DecisionStatus } from '#operations/audits/audit-store.ts'
export type { AuditView, BlockView, CellView, FindingView, MarkView, PlaceView } from '#operations/audits/audit-view.ts'

/** GET /api/audits; POST /api/audits answers with the entries it added. */
export type AuditList = { readonly audits: readonly AuditEntry[] }

/** GET /api/audits/:id. */
export type AuditAnswer = AuditView & { readonly id: string; readonly at: string; readonly decisions: Decisions }

/** PUT /api/audits/:id/decisions. */
export type DecisionsAnswer = { readonly decisions: Decisions }

/** Every refusal. `request`: the id under which the server's log knows it. */
export type ErrorAnswer = { readonly code: string; readonly message: string; readonly request: string }

export const auditParams = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) })
export const exportParams = auditParams.extend({ format: z.enum(['json', 'sarif', 'xlsx', 'html', 'docx', 'pdf']) })
const key = z.string().regex(/^[0-9a-f]{16}(-\d{1,4})?$/)
const reason = z.string().trim().min(1).max(500)

/** A decision on one finding: dismissing one needs a reason. */
export const decisionBody = z.discriminatedUnion('status', [
  z.strictObject({ key, status: z.literal('open') }),
  z.strictObject({ key, status: z.literal('accepted') }),
  z.strictObject({ key, status: z.literal('dismissed'), reason }),
])
export type DecisionBody = z.infer<typeof decisionBody>
export type ExportName = z.infer<typeof exportParams>['format']
