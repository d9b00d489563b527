import { z } from 'zod'
import { ledgerParams, list } from './common.ts'

export type { RequestView } from '#operations/expenditure/read-requests.ts'

const action = z.enum(['send', 'sign', 'refuse', 'withdraw', 'decide', 'pay'])
const state = z.enum(['draft', 'signing', 'approved', 'refused', 'withdrawn', 'paid'])
const decision = z.object({ date: z.string(), minutes: z.string() })
const signature = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  from: z.string().optional(),
  alsoBy: list(z.string()).optional(),
})
const severity = z.enum(['error', 'warning'])

export const requestParams = ledgerParams.extend({ request: z.string().regex(/^\d{1,9}$/) })
/** Fields of a request by name; a wrong one is refused with a sentence that names it. */
export const requestBody = z.strictObject({ request: z.record(z.string(), z.unknown()) })
/** `signs`: with 'sign', the step of the chain that is signed; `comment`: why it is refused or withdrawn; `decision`: with 'decide'; `voucher`: with 'pay'. */
export const requestStepBody = z.strictObject({
  action,
  signs: z.string().max(60).optional(),
  comment: z.string().max(2000).optional(),
  decision: z.strictObject({ date: z.string().max(20), minutes: z.string().max(200) }).optional(),
  voucher: z.string().max(100).optional(),
})
export const requestView = z
  .object({
    id: z.string(),
    organisation: z.string(),
    project: z.string().optional(),
    account: z.string(),
    economic: z.string(),
    budgetLine: z.string().optional(),
    amount: z.string(),
    purpose: z.string(),
    payee: z.string(),
    state,
    chain: list(signature.extend({ signed: z.object({ who: z.string(), at: z.string() }).optional() })),
    next: z.string().optional(),
    needsDecision: z.boolean(),
    decision: decision.optional(),
    voucher: z.string().optional(),
    steps: list(
      z.object({
        seq: z.number(),
        at: z.string(),
        who: z.string(),
        login: z.string(),
        role: z.string(),
        action,
        state,
        signed: z.string().optional(),
        comment: z.string().optional(),
        decision: decision.optional(),
        voucher: z.string().optional(),
      }),
    ),
    balances: list(
      z.object({ what: z.string(), granted: z.string(), paid: z.string(), asked: z.string(), left: z.string() }),
    ),
    remarks: list(z.object({ severity, message: z.string() })),
    open: list(action),
    whyNot: z.string().optional(),
  })
  .meta({ id: 'ExpenditureRequest', description: '支出申请：走到哪一步、谁签了、余额、要看的问题；金额单位：元' })
export const requestList = z.object({
  rule: z.object({
    title: z.string(),
    steps: list(signature),
    decideFrom: z.string(),
    overBalance: severity,
    samePerson: severity,
    sources: list(z.object({ document: z.string(), says: z.string(), mark: z.string() })),
  }),
  requests: list(requestView),
})
