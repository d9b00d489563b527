import { z } from 'zod'
import { roles } from '#domain/accounts/role.ts'
import { list, login } from './common.ts'

export const division = z.string().regex(/^\d{6,12}$/)
const code = z.string().regex(/^\d{6}$/)
const password = z.string().min(1).max(200)

export const account = z
  .object({
    id: z.uuid(),
    division,
    login: z.string(),
    name: z.string(),
    role: z.enum(roles),
    department: z.string().optional(),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    lockedUntil: z.string().optional(),
    disabled: z.boolean(),
  })
  .meta({ id: 'Account', description: '账户；密码和第二因素的密钥从不送出' })
export type AccountView = z.infer<typeof account>

export const signInBody = z.strictObject({ division, login, password, code: code.optional() })
export type SignInBody = z.infer<typeof signInBody>
/** `account` absent: nobody is signed in. `needsCode`: the six digits are still asked for. */
export const sessionAnswer = z
  .object({ account: account.optional(), needsCode: z.boolean().optional(), isLocal: z.boolean() })
  .meta({ id: 'SignedIn' })
export type SessionAnswer = z.infer<typeof sessionAnswer>

export const divisionList = z.object({ divisions: list(z.object({ division: z.string(), name: z.string() })) })
export const invitationParams = z.object({ invitation: z.string().max(80) })
export const invitedAnswer = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  division: z.string(),
})
export const firstPasswordBody = z.strictObject({ invitation: z.string().max(80), password })
export const passwordBody = z.strictObject({ old: password, next: password })
export const secondFactorAnswer = z.object({ secret: z.string(), address: z.string() })
export const secondFactorBody = z.strictObject({ secret: z.string().regex(/^[A-Z2-7]{16,64}$/), code })
export const provedBody = z.strictObject({ password })

export const session = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    started: z.string(),
    seen: z.string(),
    agent: z.string(),
    address: z.string(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof session>
export const sessionList = z.object({ sessions: list(session) })
/** `isPresent`: the session that asks. */
const ownSession = session.extend({ isPresent: z.boolean() }).meta({ id: 'OwnSession' })
export type OwnSessionView = z.infer<typeof ownSession>
export const ownSessionList = z.object({ sessions: list(ownSession) })
export const idParams = z.object({ id: z.uuid() })

export const accountList = z.object({ accounts: list(account) })
export const newAccountBody = z.strictObject({
  login,
  name: z.string().trim().min(1).max(40),
  role: z.enum(roles),
  department: z.string().trim().min(1).max(64).optional(),
})
export type NewAccountBody = z.infer<typeof newAccountBody>
/** The invitation is shown once and kept only as a hash. */
export const invitedAccountAnswer = z.object({ account, invitation: z.string() })
export const loginParams = z.object({ login })
export const disabledBody = z.strictObject({ disabled: z.boolean() })

/** `actions`: names parted by commas; days YYYY-MM-DD, China's time. */
export const logFilter = z.object({
  search: z.string().max(100).default(''),
  actions: z
    .string()
    .max(400)
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export const logQuery = logFilter.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const content = z.record(z.string(), z.unknown()).nullable()
export const change = z
  .object({
    seq: z.number(),
    at: z.string(),
    who: z.string(),
    action: z.string(),
    target: z.string(),
    entry: list(z.string()).optional(),
    department: z.string().optional(),
    before: content,
    after: content,
  })
  .meta({ id: 'Change', description: '一条变更记录：谁、何时、改前、改后' })
export type ChangeView = z.infer<typeof change>
export const logAnswer = z.object({ total: z.number(), changes: list(change) })
export const verifiedAnswer = z.object({ lines: z.number() })
