import { z } from 'zod'
import type { AuditEntry, Decisions } from '#operations/audits/audit-store.ts'
import type { AuditView } from '#operations/audits/audit-view.ts'
import type { LedgerLine, LedgerSummary } from '#operations/ledgers/ledger-desk.ts'

export type { AuditEntry, Decision, Decisions, DecisionStatus } from '#operations/audits/audit-store.ts'
export type { LedgerLine, LedgerSummary } from '#operations/ledgers/ledger-desk.ts'
export type { AuditView, BlockView, CellView, FindingView, MarkView, PlaceView } from '#operations/audits/audit-view.ts'

/** GET /api/audits; POST /api/audits answers with the entries it added. */
export type AuditList = { readonly audits: readonly AuditEntry[] }

/** GET /api/audits/:id. */
export type AuditAnswer = AuditView & { readonly id: string; readonly at: string; readonly decisions: Decisions }

/** PUT /api/audits/:id/decisions. */
export type DecisionsAnswer = { readonly decisions: Decisions }

/** GET /api/ledgers. */
export type LedgerList = { readonly ledgers: readonly LedgerLine[] }

/** GET /api/ledgers/:division/:department/:year. */
export type LedgerAnswer = LedgerSummary

/** Every refusal. `request`: the id under which the server's log knows it. */
export type ErrorAnswer = { readonly code: string; readonly message: string; readonly request: string }

export const ledgerParams = z.object({
  division: z.string().regex(/^\d{6,12}$/),
  department: z.string().min(1).max(64),
  year: z.coerce.number().int().min(1900).max(2200),
})
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
